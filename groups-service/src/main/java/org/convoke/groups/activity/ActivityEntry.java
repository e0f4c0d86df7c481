package org.convoke.groups.activity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.convoke.events.Activity;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One entry of a group's activity feed. */
@Entity
@Immutable
@Table(name = "activity")
public class ActivityEntry {

    @Id
    private UUID id;

    private UUID groupId;
    private long seq;
    private String kind;
    private String actorId;
    private @Nullable String subjectId;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> data;

    private Instant occurredAt;

    protected ActivityEntry() {}

    ActivityEntry(Activity activity, long seq) {
        this.id = activity.id();
        this.groupId = activity.groupId();
        this.seq = seq;
        this.kind = activity.kind();
        this.actorId = activity.actorId();
        this.subjectId = activity.subjectId();
        this.data = activity.data();
        this.occurredAt = activity.occurredAt();
    }

    public Activity activity() {
        return new Activity(id, groupId, kind, actorId, subjectId, data, occurredAt);
    }

    /** The group's number of the fact. */
    public long seq() {
        return seq;
    }
}
