package org.convoke.invitations.invitation;

import io.quarkus.panache.common.Parameters;
import java.time.Instant;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;

/**
 * Part of somebody's box, the newest first.
 *
 * @param after the invitation behind which this part begins
 */
public record BoxQuery(
        Box box,
        String ownerId,
        Optional<InvitationStatus> status,
        Optional<UUID> groupId,
        Optional<UUID> after,
        int limit) {

    /** One for each invitee, whether or not one that is withheld lies beside it: the owner's own, or else the shown one. */
    private static final String PENDING_AS_SEEN_BY = """
            status = PENDING and (inviterId = :owner or not exists (
                select 1 from Invitation o
                where o.groupId = i.groupId and o.inviteeId = i.inviteeId and o.status = PENDING and o.id <> i.id
                and (o.inviterId = :owner or i.withheld)))""";

    /** What to find at that moment, in Panache's form. Ids are ordered by time of creation. */
    record Where(StringJoiner conditions, Parameters parameters) {

        private void and(String condition, String parameter, Object value) {
            conditions.add(condition);
            parameters.and(parameter, value);
        }

        String hql() {
            return "from Invitation i where " + conditions + " order by id desc";
        }
    }

    Where at(Instant now) {
        var where = new Where(new StringJoiner(" and "), new Parameters());
        switch (box) {
            case received -> where.and("inviteeId = :owner and not withheld", "owner", ownerId);
            case sent -> where.and("inviterId = :owner", "owner", ownerId);
            case group -> where.and(PENDING_AS_SEEN_BY, "owner", ownerId);
        }
        status.ifPresent(wanted -> seenAs(wanted, now, where));
        groupId.ifPresent(group -> where.and("groupId = :group", "group", group));
        after.ifPresent(last -> where.and("id < :last", "last", last));
        return where;
    }

    /** As {@link Invitation#isOver} has it. */
    private static void seenAs(InvitationStatus wanted, Instant now, Where where) {
        switch (wanted) {
            case PENDING -> where.and("status = PENDING and (expiresAt > :now or claim.id is not null)", "now", now);
            case EXPIRED ->
                where.and(
                        "(status = EXPIRED or status = PENDING and expiresAt <= :now and claim.id is null)",
                        "now",
                        now);
            case ACCEPTED, DECLINED, CANCELLED, REVOKED -> where.and("status = :status", "status", wanted);
        }
    }
}
