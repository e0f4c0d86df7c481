package org.convoke.invitations.link;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.convoke.events.Uuids;
import org.convoke.invitations.Refusal;
import org.convoke.invitations.Refused;
import org.jspecify.annotations.Nullable;

/** A link into one group. Its verbs are called with its row locked; {@code now} is always the database's time. */
@Entity
@Table(name = "invitation_link")
class Link {

    @Id
    private UUID id;

    private UUID groupId;
    private byte[] codeHash;
    private @Nullable Integer maxUses;
    private int uses;
    private String createdBy;
    private @Nullable String createdByName;
    private Instant createdAt;
    private Instant expiresAt;
    private @Nullable Instant revokedAt;

    protected Link() {}

    Link(CreateLink.Wanted wanted, LinkCode code, Instant now) {
        this.id = Uuids.next();
        this.groupId = wanted.groupId();
        this.codeHash = code.hash();
        this.maxUses = wanted.maxUses();
        this.createdBy = wanted.creatorId();
        this.createdByName = wanted.creatorName();
        this.createdAt = now;
        this.expiresAt = now.plus(wanted.life());
    }

    /** @throws Refused LINK_REVOKED or LINK_EXPIRED */
    void mustBeOpen(Instant now) {
        ended(now).ifPresent(how -> {
            throw new Refused(how);
        });
    }

    /** How it has ended, if it has. */
    Optional<Refusal> ended(Instant now) {
        if (revokedAt != null) {
            return Optional.of(Refusal.LINK_REVOKED);
        }
        return expiresAt.isAfter(now) ? Optional.empty() : Optional.of(Refusal.LINK_EXPIRED);
    }

    /** No use is left, though one that is only reserved may come back. */
    boolean isUsedUp() {
        return maxUses != null && uses >= maxUses;
    }

    void use() {
        uses++;
    }

    void giveBack() {
        uses--;
    }

    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    UUID id() {
        return id;
    }

    UUID groupId() {
        return groupId;
    }

    String createdBy() {
        return createdBy;
    }

    LinkPreview.Creator creator() {
        return new LinkPreview.Creator(createdBy, createdByName);
    }

    Instant expiresAt() {
        return expiresAt;
    }

    LinkSnapshot seen() {
        return new LinkSnapshot(id, groupId, null, maxUses, uses, expiresAt, revokedAt != null, createdBy, createdAt);
    }
}
