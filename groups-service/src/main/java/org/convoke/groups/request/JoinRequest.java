package org.convoke.groups.request;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.convoke.events.JoinRequestSnapshot;
import org.convoke.events.Uuids;
import org.convoke.groups.Refusal;
import org.convoke.groups.Refused;
import org.jspecify.annotations.Nullable;

/** Somebody asks to be let into a group; decided once, by whoever holds the lock of the group's row. */
@Entity
@Table(name = "join_requests")
public class JoinRequest {

    @Id
    private UUID id;

    private UUID groupId;
    private String userId;
    private @Nullable String message;

    @Enumerated(EnumType.STRING)
    private RequestStatus status;

    private @Nullable String decidedBy;
    private Instant createdAt;
    private @Nullable Instant decidedAt;

    protected JoinRequest() {}

    JoinRequest(UUID groupId, String userId, @Nullable String message, Instant now) {
        this.id = Uuids.next();
        this.groupId = groupId;
        this.userId = userId;
        this.message = message;
        this.status = RequestStatus.PENDING;
        this.createdAt = now;
    }

    /** @throws Refused NOT_PENDING */
    void mustBePending() {
        if (status != RequestStatus.PENDING) {
            throw new Refused(Refusal.NOT_PENDING, status.name());
        }
    }

    /**
     * @param decision any status but PENDING
     * @throws Refused NOT_PENDING
     */
    void decide(RequestStatus decision, String decider, Instant now) {
        mustBePending();
        status = decision;
        decidedBy = decider;
        decidedAt = now;
    }

    boolean is(RequestStatus other) {
        return status == other;
    }

    boolean isOf(String person) {
        return userId.equals(person);
    }

    public JoinRequestSnapshot snapshot() {
        return new JoinRequestSnapshot(id, groupId, userId, message, status.name(), decidedBy, createdAt);
    }

    public UUID id() {
        return id;
    }

    public UUID groupId() {
        return groupId;
    }

    public String userId() {
        return userId;
    }

    public RequestStatus status() {
        return status;
    }

    public @Nullable Instant decidedAt() {
        return decidedAt;
    }
}
