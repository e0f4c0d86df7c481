package org.convoke.e2e.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The rules of groups and invitations, as short as they can be said. */
final class Model {

    private static final List<String> RANKS = List.of("MEMBER", "MODERATOR", "ADMIN", "OWNER");
    private static final String NOT_FOUND = "404 not-found";
    private static final String FORBIDDEN = "403 forbidden";
    private static final String OUTRANKED = "403 outranked";
    private static final String FULL = "409 group-full";
    private static final String ARCHIVED = "409 archived";
    private static final String LAST_OWNER = "409 last-owner";
    private static final String NOT_PENDING = "409 not-pending";

    private final Play.Settings settings;
    private final Map<Integer, String> members = new TreeMap<>();
    private final Map<Integer, String> requests = new TreeMap<>();
    private final Map<Integer, String> invitations = new TreeMap<>();
    private final Map<Integer, Integer> inviters = new HashMap<>();
    private final TreeSet<Integer> bans = new TreeSet<>();
    private boolean archived;
    private boolean deleted;

    Model(Play.Settings settings) {
        this.settings = settings;
        members.put(0, "OWNER");
    }

    State state() {
        TreeSet<Integer> open = new TreeSet<>(requests.keySet());
        open.removeIf(person -> !isOpen(person));
        TreeSet<Integer> invited = new TreeSet<>(invitations.keySet());
        invited.removeIf(person -> !isInvited(person));
        return new State(members, members.size(), open, bans, invitations, invited);
    }

    /** Whether it can be asked at all: there is an invitation or a request to name. */
    boolean isPossible(Command command) {
        return switch (command.kind()) {
            case FOUND -> deleted;
            case ACCEPT, DECLINE -> invitations.containsKey(command.who());
            case CANCEL -> invitations.containsKey(command.whom());
            case APPROVE, REJECT -> requests.containsKey(command.whom());
            case WITHDRAW -> requests.containsKey(command.who());
            default -> true;
        };
    }

    String play(Command command) {
        int who = command.who();
        int whom = command.whom();
        return switch (command.kind()) {
            case FOUND -> found(who);
            case JOIN -> join(who);
            case LEAVE -> leave(who);
            case LEAVE_TO -> leaveTo(who, whom);
            case INVITE -> invite(who, whom);
            case ACCEPT -> accept(who);
            case DECLINE -> decline(who);
            case CANCEL -> cancel(who, whom);
            case ASK -> ask(who);
            case APPROVE -> approve(who, whom);
            case REJECT -> decided(who, whom, "REJECTED");
            case WITHDRAW -> withdraw(who);
            case BAN -> ban(who, whom);
            case UNBAN -> unban(who, whom);
            case ASSIGN -> assign(who, whom, command.role());
            case TRANSFER -> transfer(who, whom);
            case REMOVE -> remove(who, whom);
            case ARCHIVE -> archive(who);
            case UNARCHIVE -> unarchive(who);
            case DELETE -> delete(who);
        };
    }

    private String found(int who) {
        List.of(members, requests, invitations, inviters).forEach(Map::clear);
        bans.clear();
        archived = false;
        deleted = false;
        members.put(who, "OWNER");
        return "201";
    }

    private String join(int who) {
        if (members.containsKey(who)) {
            return "200";
        }
        String closed = closed(who);
        if (!closed.isEmpty()) {
            return closed;
        }
        if (isInvited(who) || settings.joinPolicy().equals("OPEN")) {
            return admit(who, "ACCEPTED");
        }
        if (settings.joinPolicy().equals("REQUEST")) {
            requests.put(who, "PENDING");
            return "202";
        }
        return "403 invite-only";
    }

    private String ask(int who) {
        if (members.containsKey(who)) {
            return "409 already-a-member";
        }
        String closed = closed(who);
        if (!closed.isEmpty()) {
            return closed;
        }
        boolean again = isOpen(who);
        if (isInvited(who)) {
            requests.putIfAbsent(who, "PENDING");
            String answer = admit(who, "ACCEPTED");
            if (!members.containsKey(who) && !again) {
                requests.remove(who);
            }
            return members.containsKey(who) ? again ? "200" : "201" : answer;
        }
        if (settings.joinPolicy().equals("REQUEST")) {
            requests.put(who, "PENDING");
            return again ? "200" : "201";
        }
        return settings.joinPolicy().equals("OPEN") ? "409 open-group" : "403 invite-only";
    }

    private String closed(int who) {
        return !sees(who) ? NOT_FOUND : archived ? ARCHIVED : bans.contains(who) ? "403 banned" : "";
    }

    /** What she asked for and was invited to ends with it. */
    private String admit(int who, String invitation) {
        if (members.size() == settings.capacity()) {
            return FULL;
        }
        members.put(who, "MEMBER");
        requests.replace(who, "PENDING", "APPROVED");
        invitations.replace(who, "PENDING", invitation);
        return "201";
    }

    private String leave(int who) {
        if (!members.containsKey(who)) {
            return sees(who) ? "204" : NOT_FOUND;
        }
        if (isLastOwner(who)) {
            return LAST_OWNER;
        }
        members.remove(who);
        return "204";
    }

    private String leaveTo(int who, int whom) {
        if (has(who, "OWNER")) {
            if (who == whom || !members.containsKey(whom)) {
                return "409 not-a-member";
            }
            members.put(whom, "OWNER");
        }
        return leave(who);
    }

    private String invite(int who, int whom) {
        if (!sees(who)) {
            return NOT_FOUND;
        }
        if (archived) {
            return ARCHIVED;
        }
        if (!members.containsKey(who)
                || rank(who) < List.of("MEMBERS", "MODERATORS", "ADMINS").indexOf(settings.whoMayInvite())) {
            return "403 may-not-invite";
        }
        if (members.containsKey(whom)) {
            return "409 already-a-member";
        }
        if (bans.contains(whom)) {
            return "409 banned";
        }
        if (isInvited(whom)) {
            return "200";
        }
        invitations.put(whom, "PENDING");
        inviters.put(whom, who);
        if (isOpen(whom) && atLeast(who, "MODERATOR")) {
            admit(whom, "ACCEPTED");
        }
        return "201";
    }

    private String accept(int who) {
        if (!isInvited(who)) {
            return invitations.get(who).equals("ACCEPTED") ? "200" : NOT_PENDING;
        }
        return admit(who, "ACCEPTED").replace("201", "200");
    }

    private String decline(int who) {
        return invitations.replace(who, "PENDING", "DECLINED")
                        || invitations.get(who).equals("DECLINED")
                ? "200"
                : NOT_PENDING;
    }

    private String cancel(int who, int whom) {
        if (inviters.get(whom) != who && !atLeast(who, "MODERATOR")) {
            return who == whom ? FORBIDDEN : NOT_FOUND;
        }
        return invitations.replace(whom, "PENDING", "CANCELLED")
                        || invitations.get(whom).equals("CANCELLED")
                ? "200"
                : NOT_PENDING;
    }

    private String approve(int who, int whom) {
        String no = mayNotDecide(who, whom);
        if (!no.isEmpty() || requests.get(whom).equals("APPROVED")) {
            return no.isEmpty() ? "200" : no;
        }
        if (!isOpen(whom)) {
            return NOT_PENDING;
        }
        return archived ? ARCHIVED : admit(whom, "REVOKED JOINED").replace("201", "200");
    }

    private String decided(int who, int whom, String decision) {
        String no = mayNotDecide(who, whom);
        return no.isEmpty() ? end(whom, decision) : no;
    }

    private String withdraw(int who) {
        return deleted ? NOT_FOUND : end(who, "WITHDRAWN");
    }

    private String end(int whose, String decision) {
        return requests.replace(whose, "PENDING", decision)
                        || requests.get(whose).equals(decision)
                ? "200"
                : NOT_PENDING;
    }

    private String mayNotDecide(int who, int whom) {
        if (deleted || !members.containsKey(who) && who != whom) {
            return NOT_FOUND;
        }
        return atLeast(who, "MODERATOR") ? "" : FORBIDDEN;
    }

    private String ban(int who, int whom) {
        String no = mayNot(who, "MODERATOR");
        if (!no.isEmpty()) {
            return no;
        }
        if (who == whom || members.containsKey(whom) && !outranks(who, whom)) {
            return OUTRANKED;
        }
        members.remove(whom);
        requests.replace(whom, "PENDING", "REJECTED");
        invitations.replace(whom, "PENDING", "REVOKED BANNED");
        return bans.add(whom) ? "201" : "200";
    }

    private String unban(int who, int whom) {
        String no = mayNot(who, "MODERATOR");
        if (no.isEmpty()) {
            bans.remove(whom);
        }
        return no.isEmpty() ? "204" : no;
    }

    private String assign(int who, int whom, String role) {
        String no = mayNot(who, "MODERATOR");
        if (!no.isEmpty() || !members.containsKey(whom)) {
            return no.isEmpty() ? NOT_FOUND : no;
        }
        boolean grants = has(who, "OWNER") || has(who, "ADMIN") && rank(who) > RANKS.indexOf(role);
        if (has(whom, role) && grants) {
            return "200";
        }
        if (!outranks(who, whom) && !(who == whom && has(who, "OWNER"))) {
            return OUTRANKED;
        }
        if (!grants) {
            return FORBIDDEN;
        }
        if (isLastOwner(whom)) {
            return LAST_OWNER;
        }
        members.put(whom, role);
        return "200";
    }

    private String transfer(int who, int whom) {
        String no = mayNot(who, "OWNER");
        if (!no.isEmpty() || !members.containsKey(whom)) {
            return no.isEmpty() ? "409 not-a-member" : no;
        }
        members.put(who, "ADMIN");
        members.put(whom, "OWNER");
        return "200";
    }

    private String remove(int who, int whom) {
        String no = mayNot(who, "MODERATOR");
        if (!no.isEmpty() || !members.containsKey(whom)) {
            return no.isEmpty() ? NOT_FOUND : no;
        }
        if (!outranks(who, whom)) {
            return OUTRANKED;
        }
        members.remove(whom);
        return "204";
    }

    private String archive(int who) {
        String no = isNot(who, "OWNER");
        if (no.isEmpty()) {
            archived = true;
            invitations.replaceAll((invitee, status) -> status.equals("PENDING") ? "REVOKED GROUP_ARCHIVED" : status);
        }
        return no.isEmpty() ? "200" : no;
    }

    private String unarchive(int who) {
        String no = isNot(who, "OWNER");
        if (no.isEmpty()) {
            archived = false;
        }
        return no.isEmpty() ? "200" : no;
    }

    private String delete(int who) {
        String no = isNot(who, "OWNER");
        if (no.isEmpty()) {
            deleted = true;
            List.of(members, requests).forEach(Map::clear);
            bans.clear();
            invitations.replaceAll((invitee, status) -> status.equals("PENDING") ? "REVOKED GROUP_DELETED" : status);
        }
        return no.isEmpty() ? "204" : no;
    }

    /** Empty for who has that role in a group that takes changes. */
    private String mayNot(int who, String role) {
        String no = isNot(who, role);
        return no.isEmpty() && archived ? ARCHIVED : no;
    }

    private String isNot(int who, String role) {
        return !sees(who) ? NOT_FOUND : atLeast(who, role) ? "" : FORBIDDEN;
    }

    private boolean sees(int who) {
        return !deleted
                && (members.containsKey(who)
                        || isInvited(who)
                        || !settings.visibility().equals("HIDDEN"));
    }

    private boolean isInvited(int who) {
        return "PENDING".equals(invitations.get(who));
    }

    private boolean isOpen(int who) {
        return "PENDING".equals(requests.get(who));
    }

    private int rank(int who) {
        return RANKS.indexOf(members.get(who));
    }

    private boolean has(int who, String role) {
        return role.equals(members.get(who));
    }

    private boolean atLeast(int who, String role) {
        return rank(who) >= RANKS.indexOf(role);
    }

    private boolean outranks(int who, int whom) {
        return rank(who) > rank(whom);
    }

    private boolean isLastOwner(int who) {
        return has(who, "OWNER")
                && members.values().stream().filter("OWNER"::equals).count() == 1;
    }
}
