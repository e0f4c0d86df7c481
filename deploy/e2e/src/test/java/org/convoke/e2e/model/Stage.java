package org.convoke.e2e.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.convoke.e2e.Answer;
import org.convoke.e2e.Database;
import org.convoke.e2e.Instance;
import org.convoke.e2e.Person;
import org.convoke.e2e.Visit;

/** The same play on the real thing. */
final class Stage {

    private final Play.Settings settings;
    private final List<Person> people;
    private final Database database;
    private final Map<Integer, String> requests = new HashMap<>();
    private final Map<Integer, String> invitations = new TreeMap<>();
    private String group;
    private int calls;

    Stage(Play.Settings settings, List<Person> people, Database database) {
        this.settings = settings;
        this.people = people;
        this.database = database;
        found(0);
    }

    String play(Command command) {
        int who = command.who();
        Visit visit = visit(who);
        Person whom = people.get(command.whom());
        Answer answer = switch (command.kind()) {
            case FOUND -> found(who);
            case JOIN -> visit.join(group);
            case LEAVE -> visit.leave(group);
            case LEAVE_TO -> visit.leave(group, whom);
            case INVITE -> noted(invitations, command.whom(), visit.invite(group, whom));
            case ACCEPT -> visit.accept(invitations.get(who));
            case DECLINE -> visit.decline(invitations.get(who));
            case CANCEL -> visit.cancel(invitations.get(command.whom()));
            case ASK -> noted(requests, who, visit.ask(group));
            case APPROVE -> visit.decide(requests.get(command.whom()), "approve");
            case REJECT -> visit.decide(requests.get(command.whom()), "reject");
            case WITHDRAW -> visit.decide(requests.get(who), "withdraw");
            case BAN -> visit.ban(group, whom);
            case UNBAN -> visit.unban(group, whom);
            case ASSIGN -> visit.assign(group, whom, command.role());
            case TRANSFER -> visit.transfer(group, whom);
            case REMOVE -> visit.remove(group, whom);
            case ARCHIVE -> visit.archive(group);
            case UNARCHIVE -> visit.unarchive(group);
            case DELETE -> visit.delete(group);
        };
        if (command.kind() == Command.Kind.JOIN && answer.status() == 202) {
            requests.put(who, answer.id());
        }
        return answer.outcome();
    }

    State state() {
        Map<Integer, String> members = new TreeMap<>();
        database.members(group).forEach((id, role) -> members.put(person(id), role));
        Map<Integer, String> ends = new TreeMap<>();
        invitations.forEach((person, invitation) -> ends.put(person, database.status(invitation)));
        boolean deleted = members.isEmpty();
        return new State(
                members,
                (int) database.memberCount(group),
                deleted
                        ? new TreeSet<>()
                        : persons("select user_id from groups.join_requests where group_id = ?::uuid"
                                + " and status = 'PENDING'"),
                deleted ? new TreeSet<>() : persons("select user_id from groups.bans where group_id = ?::uuid"),
                ends,
                persons("select invitee_id as user_id from groups.pending_invitations where group_id = ?::uuid"));
    }

    private Answer found(int who) {
        Answer founded = visit(who)
                .found(Map.of(
                        "visibility", settings.visibility(),
                        "joinPolicy", settings.joinPolicy(),
                        "whoMayInvite", settings.whoMayInvite(),
                        "capacity", settings.capacity()));
        group = founded.expect(201).id();
        requests.clear();
        invitations.clear();
        return founded;
    }

    /** One instance after the other. */
    private Visit visit(int who) {
        return people.get(who).at(Instance.values()[calls++ % 2]);
    }

    private static Answer noted(Map<Integer, String> ids, int person, Answer answer) {
        if (answer.status() < 300) {
            ids.put(person, answer.id());
        }
        return answer;
    }

    private TreeSet<Integer> persons(String query) {
        TreeSet<Integer> persons = new TreeSet<>();
        database.rows(query, group).forEach(row -> persons.add(person((String) row.get("user_id"))));
        return persons;
    }

    private int person(String id) {
        return people.stream().map(Person::id).toList().indexOf(id);
    }
}
