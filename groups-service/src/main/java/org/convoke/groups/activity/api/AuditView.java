package org.convoke.groups.activity.api;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.convoke.groups.activity.AuditEntry;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit.
 *
 * @param id of the fact, the same in the feed and in events
 * @param kind the name of the event behind it, as {@code MEMBER_ROLE_CHANGED}
 * @param data old and new values, reasons, ids
 * @param requestId the X-Request-Id of the request that caused it
 */
public record AuditView(
        UUID id,
        UUID groupId,
        String kind,
        String actorId,
        @Nullable String subjectId,
        Map<String, Object> data,
        @Nullable String requestId,
        Instant occurredAt) {

    static AuditView of(AuditEntry entry) {
        return new AuditView(
                entry.id(),
                entry.groupId(),
                entry.kind(),
                entry.actorId(),
                entry.subjectId(),
                entry.data(),
                entry.requestId(),
                entry.occurredAt());
    }
}
