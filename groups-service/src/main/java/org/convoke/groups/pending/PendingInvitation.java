package org.convoke.groups.pending;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.convoke.events.InvitationSnapshot;

/** Somebody is invited to a group and has not answered; if it is withheld, she does not know. */
@Entity
@Table(name = "pending_invitations")
public class PendingInvitation {

    @Id
    private UUID invitationId;

    private UUID groupId;
    private String inviteeId;
    private String inviterId;
    private boolean withheld;
    private Instant expiresAt;

    protected PendingInvitation() {}

    public PendingInvitation(InvitationSnapshot invitation, boolean withheld) {
        this.invitationId = invitation.id();
        this.groupId = invitation.groupId();
        this.inviteeId = invitation.inviteeId();
        this.inviterId = invitation.inviterId();
        this.withheld = withheld;
        this.expiresAt = invitation.expiresAt();
    }

    /** It can still be answered. */
    public boolean stands(Instant now) {
        return expiresAt.isAfter(now);
    }

    public UUID invitationId() {
        return invitationId;
    }

    public UUID groupId() {
        return groupId;
    }

    public String inviteeId() {
        return inviteeId;
    }

    public String inviterId() {
        return inviterId;
    }
}
