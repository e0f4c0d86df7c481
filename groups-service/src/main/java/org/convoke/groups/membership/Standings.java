package org.convoke.groups.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convoke.groups.ban.Bans;
import org.convoke.groups.request.JoinRequests;

/** How people stand towards a group, as things are at this moment. */
@ApplicationScoped
public class Standings {

    private final Bans bans;
    private final JoinRequests requests;
    private final EntityManager database;
    private final Clock clock;

    public Standings(Bans bans, JoinRequests requests, EntityManager database, Clock clock) {
        this.bans = bans;
        this.requests = requests;
        this.database = database;
        this.clock = clock;
    }

    /** The standing of every one of them, in as many queries for a thousand as for one. */
    Map<String, Standing> of(UUID groupId, Collection<String> people) {
        Map<String, Standing> standings = new HashMap<>();
        people.forEach(person -> standings.put(person, Standing.UNKNOWN));
        List<Tuple> known = known(groupId, people);
        known.forEach(row -> standings.put(row.get("id", String.class), Standing.OK));
        requests.open(groupId, people).forEach(person -> standings.put(person, Standing.REQUESTED));
        bans.standing(groupId, people, clock.instant()).forEach(person -> standings.put(person, Standing.BANNED));
        known.stream()
                .filter(row -> row.get("role") != null)
                .forEach(row -> standings.put(row.get("id", String.class), Standing.MEMBER));
        return standings;
    }

    private List<Tuple> known(UUID groupId, Collection<String> people) {
        return database.createQuery("""
                        select p.id as id, m.role as role
                        from Person p left join Member m on m.id.groupId = :group and m.id.userId = p.id
                        where p.id in :people""", Tuple.class)
                .setParameter("group", groupId)
                .setParameter("people", people)
                .getResultList();
    }
}
