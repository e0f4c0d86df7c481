package org.convoke.groups.activity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The audits of all groups. */
@ApplicationScoped
public class Audit implements PanacheRepositoryBase<AuditEntry, UUID> {

    /**
     * Which entries to list.
     *
     * @param kind null for any
     * @param actorId null for anybody's
     * @param before the group's number behind which to go on towards the oldest
     */
    public record Wanted(
            UUID groupId, @Nullable String kind, @Nullable String actorId, long before, int limit) {}

    /** The newest first. */
    List<AuditEntry> list(Wanted wanted) {
        StringBuilder query = new StringBuilder("groupId = :group and seq < :before");
        Parameters parameters = Parameters.with("group", wanted.groupId()).and("before", wanted.before());
        if (wanted.kind() != null) {
            query.append(" and kind = :kind");
            parameters.and("kind", wanted.kind());
        }
        if (wanted.actorId() != null) {
            query.append(" and actorId = :actor");
            parameters.and("actor", wanted.actorId());
        }
        return find(query.append(" order by seq desc").toString(), parameters)
                .range(0, wanted.limit() - 1)
                .list();
    }
}
