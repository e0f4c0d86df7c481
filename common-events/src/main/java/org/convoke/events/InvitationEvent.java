package org.convoke.events;

import static java.util.Objects.requireNonNull;

/** What invitations-service tells about one invitation. */
public sealed interface InvitationEvent extends DomainEvent {

    InvitationSnapshot invitation();

    /** The invitee is asked for her consent. */
    record InvitationSent(InvitationSnapshot invitation) implements InvitationEvent {

        public InvitationSent {
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
    record InvitationCancelled(InvitationSnapshot invitation, String actorId) implements InvitationEvent {

        public InvitationCancelled {
            requireNonNull(invitation, "invitation");
            requireNonNull(actorId, "actorId");
        }
    }

    /** Nobody answered in time. */
    record InvitationExpired(InvitationSnapshot invitation) implements InvitationEvent {

        public InvitationExpired {
            requireNonNull(invitation, "invitation");
        }
    }
}
