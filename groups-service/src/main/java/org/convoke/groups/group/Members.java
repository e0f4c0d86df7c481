package org.convoke.groups.group;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
