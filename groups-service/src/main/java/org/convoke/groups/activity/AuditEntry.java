package org.convoke.groups.activity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.convoke.events.Fact;
import org.convoke.events.GroupEvent;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One entry of a group's audit. */
@Entity
@Immutable
@Table(name = "audit")
public class AuditEntry {

    @Id
    private UUID id;

    private UUID groupId;
    private long seq;
    private String kind;
    private String actorId;
    private @Nullable String subjectId;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> data;

    private @Nullable String requestId;
    private Instant occurredAt;

    protected AuditEntry() {}

    AuditEntry(Fact<GroupEvent> fact, GroupEvent event, Map<String, Object> details, @Nullable String requestId) {
        Deed deed = Deed.of(event);
        this.id = fact.id();
        this.groupId = event.groupId();
        this.seq = fact.seq();
        this.kind = Deed.kind(event);
        this.actorId = deed.actorId();
        this.subjectId = deed.subjectId();
        this.data = new HashMap<>(deed.data());
        this.data.putAll(details);
        this.requestId = requestId;
        this.occurredAt = fact.time();
    }

    public UUID id() {
        return id;
    }

    public UUID groupId() {
        return groupId;
    }

    /** The group's number of the fact. */
    public long seq() {
        return seq;
    }

    public String kind() {
        return kind;
    }

    public String actorId() {
        return actorId;
    }

    public @Nullable String subjectId() {
        return subjectId;
    }

    public Map<String, Object> data() {
        return data;
    }

    public @Nullable String requestId() {
        return requestId;
    }

    public Instant occurredAt() {
        return occurredAt;
    }
}
