package org.convoke.groups.group;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.convoke.groups.search.Matches;
import org.convoke.groups.search.Words;
import org.jspecify.annotations.Nullable;

/** All memberships. */
@ApplicationScoped
public class Members implements PanacheRepositoryBase<Member, MemberId> {

    /** A place in the list of a group's members, which is ordered by time of joining. */
    public record Place(Instant joinedAt, String userId) {
        private static final Instant END = Instant.parse("9999-12-31T23:59:59Z");
        static final Place START = new Place(Instant.EPOCH, "");

        /** Within what the database can compare. */
        public Place {
            if (joinedAt.isBefore(Instant.EPOCH) || joinedAt.isAfter(END)) {
                throw new IllegalArgumentException("Nobody joined at " + joinedAt);
            }
        }
    }

    /**
     * Which members to list, oldest first.
     *
     * @param role null for any
     * @param typed words of the name; null for any
     */
    public record Wanted(
            UUID groupId, @Nullable Role role, @Nullable String typed, Optional<Place> after, int limit) {}

    public Optional<Member> of(UUID groupId, String userId) {
        return find("from Member m join fetch m.person where m.id = ?1", new MemberId(groupId, userId))
                .firstResultOptional();
    }

    /** How many owners there are besides her. */
    public long otherOwners(Member member) {
        return count(
                "id.groupId = ?1 and role = ?2 and id.userId <> ?3", member.groupId(), Role.OWNER, member.userId());
    }

    public long owned(String userId) {
        return count(
                "from Member m join Group g on g.id = m.id.groupId where m.id.userId = ?1 and m.role = ?2",
                userId,
                Role.OWNER);
    }

    public long of(UUID groupId) {
        return count("id.groupId", groupId);
    }

    /** Who comes after the owner where nobody was named: the longest-standing of the highest role. */
    public Member heir(Member owner) {
        return Stream.of(Role.OWNER, Role.ADMIN, Role.MODERATOR, Role.MEMBER)
                .flatMap(role -> longestStanding(role, owner).stream())
                .findFirst()
                .orElseThrow();
    }

    private Optional<Member> longestStanding(Role role, Member other) {
        return find(
                        "from Member m join fetch m.person where m.id.groupId = ?1 and m.role = ?2 and m.id.userId <> ?3"
                                + " order by m.joinedAt, m.id.userId",
                        other.groupId(),
                        role,
                        other.userId())
                .firstResultOptional();
    }

    /** In how many groups she is. */
    public long joined(String userId) {
        return count("from Member m join Group g on g.id = m.id.groupId where m.id.userId = ?1", userId);
    }

    /** Those of the people who are in some group together with her. */
    public Set<String> sharingAGroup(String userId, Collection<String> people) {
        return Set.copyOf(getEntityManager()
                .createQuery("""
                        select distinct other.id.userId from Member own
                        join Member other on other.id.groupId = own.id.groupId
                        join Group g on g.id = own.id.groupId
                        where own.id.userId = :user and other.id.userId in :people""", String.class)
                .setParameter("user", userId)
                .setParameter("people", people)
                .getResultList());
    }

    /** Those who may decide about requests and people, the highest first and then the oldest. */
    public List<String> moderators(UUID groupId, int most) {
        return getEntityManager()
                .createQuery("""
                        select m.id.userId from Member m where m.id.groupId = :group and m.role in (OWNER, ADMIN, MODERATOR)
                        order by case m.role when OWNER then 0 when ADMIN then 1 else 2 end, m.joinedAt, m.id.userId
                        """, String.class)
                .setParameter("group", groupId)
                .setMaxResults(most)
                .getResultList();
    }

    public List<Member> list(Wanted wanted) {
        StringBuilder query = new StringBuilder("""
                from Member m join fetch m.person p
                where m.id.groupId = :group and (m.joinedAt, m.id.userId) > (:joinedAt, :userId)""");
        String words = wanted.typed() == null ? null : Words.query(wanted.typed());
        if (words != null && words.isEmpty()) {
            return List.of();
        }
        if (words != null) {
            query.append(" and ").append(Matches.condition("p.folded", "words"));
        }
        if (wanted.role() != null) {
            query.append(" and m.role = :role");
        }
        Place place = wanted.after().orElse(Place.START);
        TypedQuery<Member> list = getEntityManager()
                .createQuery(query.append(" order by m.joinedAt, m.id.userId").toString(), Member.class)
                .setParameter("group", wanted.groupId())
                .setParameter("joinedAt", place.joinedAt())
                .setParameter("userId", place.userId())
                .setMaxResults(wanted.limit());
        if (words != null) {
            list.setParameter("words", words);
        }
        if (wanted.role() != null) {
            list.setParameter("role", wanted.role());
        }
        return list.getResultList();
    }
}
