package org.convoke.invitations.invitation;

/** PENDING is the only state that is left again. */
public enum InvitationStatus {
    PENDING,
    ACCEPTED,
    DECLINED,
    CANCELLED,
    EXPIRED,
    REVOKED
}
