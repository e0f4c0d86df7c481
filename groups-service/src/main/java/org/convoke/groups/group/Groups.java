package org.convoke.groups.group;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.convoke.groups.Refusal;
import org.convoke.groups.Refused;
import org.convoke.groups.search.Matches;
import org.convoke.groups.search.Words;
import org.convoke.ledger.DatabaseTime;
import org.jspecify.annotations.Nullable;

/** All groups. What one may not see is not there: every question names who asks. */
@ApplicationScoped
public class Groups implements PanacheRepositoryBase<Group, UUID> {

    private static final String SEEN = """
            select new org.convoke.groups.group.SeenGroup(g, m.role)
            from Group g left join Member m on m.id.groupId = g.id and m.id.userId = :user
            where (g.visibility <> HIDDEN or m.role is not null or exists (
                select 1 from PendingInvitation i where i.groupId = g.id and i.inviteeId = :user
                    and not i.withheld and i.expiresAt > instant))""";

    private static final String LISTED = """
            select new org.convoke.groups.group.SeenGroup(g, m.role)
            from Group g left join Member m on m.id.groupId = g.id and m.id.userId = :user
            where g.visibility <> HIDDEN""";
    private static final String OWN = """
            select new org.convoke.groups.group.SeenGroup(g, m.role)
            from Member m join Group g on g.id = m.id.groupId
            where m.id.userId = :user""";
    private static final String OWN_HIDDEN = OWN + " and g.visibility = HIDDEN";
    private static final String INVITED_HIDDEN = """
            select new org.convoke.groups.group.SeenGroup(g, m.role)
            from Group g left join Member m on m.id.groupId = g.id and m.id.userId = :user
            where g.visibility = HIDDEN and m.role is null and g.id in (
                select i.groupId from PendingInvitation i
                where i.inviteeId = :user and not i.withheld and i.expiresAt > instant)""";

    /** As the database orders ids. */
    private static final Comparator<SeenGroup> NEWEST_FIRST = Comparator.comparing(
                    (SeenGroup seen) -> seen.group().id().toString())
            .reversed();

    /**
     * What to list, newest first.
     *
     * @param typed words of the name; null for any
     * @param own only groups the caller is a member of
     * @param before only groups older than this one
     */
    public record Wanted(@Nullable String typed, boolean own, Optional<UUID> before, int limit) {}

    /** @throws Refused NOT_FOUND */
    public SeenGroup seenBy(String user, UUID id) {
        return getEntityManager()
                .createQuery(SEEN + " and g.id = :id", SeenGroup.class)
                .setParameter("user", user)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new Refused(Refusal.NOT_FOUND));
    }

    /** Each part of the list has an index of its own; what only some see is little for each of them. */
    public List<SeenGroup> seenBy(String user, Wanted wanted) {
        if (wanted.typed() != null && Words.query(wanted.typed()).isEmpty()) {
            return List.of();
        }
        if (wanted.own()) {
            return list(OWN, user, wanted);
        }
        return Stream.of(LISTED, OWN_HIDDEN, INVITED_HIDDEN)
                .flatMap(part -> list(part, user, wanted).stream())
                .sorted(NEWEST_FIRST)
                .limit(wanted.limit())
                .toList();
    }

    private List<SeenGroup> list(String part, String user, Wanted wanted) {
        StringBuilder query = new StringBuilder(part);
        Map<String, Object> parameters = new HashMap<>(Map.of("user", user));
        if (wanted.typed() != null) {
            query.append(" and ").append(Matches.condition("g.folded", "words"));
            parameters.put("words", Words.query(wanted.typed()));
        }
        wanted.before().ifPresent(id -> {
            query.append(" and g.id < :before");
            parameters.put("before", id);
        });
        TypedQuery<SeenGroup> list = getEntityManager()
                .createQuery(query.append(" order by g.id desc").toString(), SeenGroup.class)
                .setMaxResults(wanted.limit());
        parameters.forEach(list::setParameter);
        return list.getResultList();
    }

    /**
     * The group, whose row is held until the transaction ends: whatever is decided about it is decided by one at a time.
     *
     * @throws Refused NOT_FOUND
     */
    public Group lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> new Refused(Refusal.NOT_FOUND));
    }

    /** The database's clock at this moment, not at the beginning of the transaction. */
    public Instant databaseTime() {
        return DatabaseTime.now(getSession());
    }
}
