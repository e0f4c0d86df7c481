package org.convoke.groups.request;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convoke.groups.Refusal;
import org.convoke.groups.Refused;
import org.convoke.groups.group.MemberId;
import org.jspecify.annotations.Nullable;

/** All requests to join, open and decided. */
@ApplicationScoped
public class JoinRequests implements PanacheRepositoryBase<JoinRequest, UUID> {

    /**
     * Which requests to list: open ones the oldest first, so that nobody is passed over; all else the newest first.
     *
     * @param status null for any
     * @param after the last one of the part before
     */
    public record Part(@Nullable RequestStatus status, Optional<UUID> after, int limit) {

        boolean isQueue() {
            return status == RequestStatus.PENDING;
        }
    }

    /** Certain only to whoever holds the lock of the group's row. */
    public Optional<JoinRequest> open(UUID groupId, String userId) {
        return find("groupId = ?1 and userId = ?2 and status = PENDING", groupId, userId)
                .firstResultOptional();
    }

    /** Those of the people who have an open request. */
    public Set<String> open(UUID groupId, Collection<String> userIds) {
        return stream("groupId = ?1 and userId in ?2 and status = PENDING", groupId, userIds)
                .map(JoinRequest::userId)
                .collect(Collectors.toSet());
    }

    /**
     * Who asks to be let in where; neither ever changes.
     *
     * @throws Refused NOT_FOUND
     */
    public MemberId asked(UUID id) {
        return getEntityManager()
                .createQuery(
                        "select new MemberId(r.groupId, r.userId) from JoinRequest r where r.id = :id", MemberId.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new Refused(Refusal.NOT_FOUND));
    }

    public List<JoinRequest> ofGroup(UUID groupId, Part part) {
        return list("r.groupId", groupId, part);
    }

    public List<JoinRequest> ofPerson(String userId, Part part) {
        return list("r.userId", userId, part);
    }

    private List<JoinRequest> list(String whose, Object id, Part part) {
        StringBuilder query = new StringBuilder(
                "select r from JoinRequest r join Group g on g.id = r.groupId where " + whose + " = :whose");
        if (part.status() != null) {
            query.append(" and r.status = :status");
        }
        part.after().ifPresent(last -> query.append(part.isQueue() ? " and r.id > :after" : " and r.id < :after"));
        query.append(part.isQueue() ? " order by r.id" : " order by r.id desc");
        TypedQuery<JoinRequest> list = getEntityManager()
                .createQuery(query.toString(), JoinRequest.class)
                .setParameter("whose", id)
                .setMaxResults(part.limit());
        if (part.status() != null) {
            list.setParameter("status", part.status());
        }
        part.after().ifPresent(last -> list.setParameter("after", last));
        return list.getResultList();
    }
}
