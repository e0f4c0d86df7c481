package org.convoke.groups.ban;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.convoke.groups.group.Group;
import org.convoke.groups.group.MemberId;
import org.jspecify.annotations.Nullable;

/** Somebody stays out of a group until then, or for good. */
@Entity
@Table(name = "bans")
public class Ban {

    @EmbeddedId
    private MemberId id;

    private @Nullable String reason;
    private @Nullable Instant until;
    private String bannedBy;
    private Instant bannedAt;

    protected Ban() {}

    Ban(Group group, String userId) {
        this.id = new MemberId(group.id(), userId);
    }

    /** Anew, whatever was there before. */
    void pass(Sentence sentence, String by, Instant at) {
        reason = sentence.reason();
        until = sentence.until();
        bannedBy = by;
        bannedAt = at;
    }

    /** A ban that has ended stands no more. */
    public boolean stands(Instant now) {
        return until == null || until.isAfter(now);
    }

    public Sentence sentence() {
        return new Sentence(reason, until);
    }

    public UUID groupId() {
        return id.groupId();
    }

    public String userId() {
        return id.userId();
    }

    public String bannedBy() {
        return bannedBy;
    }

    public Instant bannedAt() {
        return bannedAt;
    }
}
