package org.convoke.invitations.quota;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Who is left in peace by a group for a while, since she declined or was invited often enough. */
@ApplicationScoped
public class CoolDowns {

    private static final Duration WINDOW = Duration.ofDays(30);

    private static final String ENDS = """
            select invitee_id, max(until) from (
                select invitee_id, greatest(
                    case when nth = :limit then created_at + cast(:window as interval) end,
                    case when status = 'DECLINED' then decided_at + cast(:cooldown as interval) end) as until
                from (
                    select invitee_id, status, created_at, decided_at,
                        row_number() over (partition by invitee_id order by created_at desc) as nth
                    from invitation where group_id = :group and invitee_id = any (:ids)) numbered) ends
            where until > :now group by invitee_id""";

    private final LimitsConfig limits;
    private final Session database;

    CoolDowns(LimitsConfig limits, Session database) {
        this.limits = limits;
        this.database = database;
    }

    /** @return when each of them who is left in peace at that moment may be invited again */
    public Map<String, Instant> ends(UUID groupId, Collection<String> inviteeIds, Instant now) {
        return database.createNativeQuery(ENDS, Tuple.class)
                .setParameter("limit", limits.invitationsPerPerson())
                .setParameter("window", WINDOW.toString())
                .setParameter("cooldown", limits.declineCooldown().toString())
                .setParameter("group", groupId)
                .setParameter("ids", inviteeIds.toArray(String[]::new))
                .setParameter("now", now)
                .getResultStream()
                .collect(Collectors.toMap(row -> row.get(0, String.class), row -> row.get(1, Instant.class)));
    }

    /** When she may be invited again; that moment, if she may. */
    public Instant end(UUID groupId, String inviteeId, Instant now) {
        return ends(groupId, List.of(inviteeId), now).getOrDefault(inviteeId, now);
    }
}
