package org.convoke.events;

/** What invitations-service tells about one invitation. */
public sealed interface InvitationEvent extends DomainEvent {

    InvitationSnapshot invitation();

    /** The invitee is asked for her consent. */
    record InvitationSent(InvitationSnapshot invitation) implements InvitationEvent {}

    /** The invitee consented and holds her seat in the group. */
    record InvitationAccepted(InvitationSnapshot invitation) implements InvitationEvent {}

    /** The invitee said no. */
    record InvitationDeclined(InvitationSnapshot invitation) implements InvitationEvent {}

    /** {@code actorId}, the inviter or a moderator, took it back. */
    record InvitationCancelled(InvitationSnapshot invitation, String actorId) implements InvitationEvent {}

    /** Nobody answered in time. */
    record InvitationExpired(InvitationSnapshot invitation) implements InvitationEvent {}
}
