package org.convoke.events;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What invitations-service tells about one invitation. {@code withheld} says that the invitee wants no invitations from
 * that inviter: she is shown nothing of it, and the inviter is not told so.
 */
public sealed interface InvitationEvent extends DomainEvent {

    InvitationSnapshot invitation();

    /** The invitee is asked for her consent. */
    record InvitationSent(InvitationSnapshot invitation, boolean withheld) implements InvitationEvent {
        public InvitationSent {
            requireNonNull(invitation, "invitation");
        }
    }

    /** The invitee is asked once more. */
    record InvitationResent(InvitationSnapshot invitation, boolean withheld) implements InvitationEvent {
        public InvitationResent {
            requireNonNull(invitation, "invitation");
        }
    }

    /** The invitee consented and holds her seat in the group. */
    record InvitationAccepted(InvitationSnapshot invitation) implements InvitationEvent {
        public InvitationAccepted {
            requireNonNull(invitation, "invitation");
        }
    }

    /** The invitee said no. */
    record InvitationDeclined(InvitationSnapshot invitation) implements InvitationEvent {
        public InvitationDeclined {
            requireNonNull(invitation, "invitation");
        }
    }

    /** {@code actorId}, the inviter or a moderator, took it back. */
    record InvitationCancelled(InvitationSnapshot invitation, String actorId, boolean withheld)
            implements InvitationEvent {
        public InvitationCancelled {
            requireNonNull(invitation, "invitation");
            requireNonNull(actorId, "actorId");
        }
    }

    /** Nobody answered in time. */
    record InvitationExpired(InvitationSnapshot invitation, boolean withheld) implements InvitationEvent {
        public InvitationExpired {
            requireNonNull(invitation, "invitation");
        }
    }

    /**
     * What it was for is no more: the invitation's {@code reason} is GROUP_DELETED, GROUP_ARCHIVED, BANNED, JOINED or
     * ERASED.
     *
     * @param actorId who caused that, where somebody did
     */
    record InvitationRevoked(
            InvitationSnapshot invitation, @Nullable String actorId, boolean withheld) implements InvitationEvent {
        public InvitationRevoked {
            requireNonNull(invitation, "invitation");
        }
    }
}
