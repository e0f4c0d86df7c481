package org.convoke.groups.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convoke.groups.Refused;
import org.convoke.groups.group.Group;
import org.convoke.groups.group.Groups;
import org.convoke.groups.group.SeenGroup;

/** Whether somebody may invite others, as things stand. */
@ApplicationScoped
public class CheckInvitation {

    /**
     * The answer.
     *
     * @param standings of each invitee, in the order asked
     */
    public record Checked(Group group, boolean mayInvite, SequencedMap<String, Standing> standings) {}

    private final Groups groups;
    private final EntityManager database;

    public CheckInvitation(Groups groups, EntityManager database) {
        this.groups = groups;
        this.database = database;
    }

    /** @throws Refused NOT_FOUND where the inviter may not see the group, or ARCHIVED */
    @Transactional
    public Checked check(UUID groupId, String inviter, Collection<String> invitees) {
        SeenGroup seen = groups.seenBy(inviter, groupId);
        seen.group().mustNotBeArchived();
        Map<String, Standing> known = known(groupId, invitees);
        SequencedMap<String, Standing> standings = new LinkedHashMap<>();
        for (String invitee : invitees) {
            standings.put(invitee, known.getOrDefault(invitee, Standing.UNKNOWN));
        }
        return new Checked(seen.group(), seen.group().mayInvite(seen.role()), standings);
    }

    private Map<String, Standing> known(UUID groupId, Collection<String> people) {
        List<Tuple> rows = database.createQuery("""
                        select p.id as id, m.role as role
                        from Person p left join Member m on m.id.groupId = :group and m.id.userId = p.id
                        where p.id in :people""", Tuple.class)
                .setParameter("group", groupId)
                .setParameter("people", people)
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> row.get("id", String.class),
                        row -> row.get("role") == null ? Standing.OK : Standing.MEMBER));
    }
}
