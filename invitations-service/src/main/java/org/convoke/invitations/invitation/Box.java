package org.convoke.invitations.invitation;

/** Which invitations, spelled as in the query. */
public enum Box {
    /** Those to the caller. */
    received,
    /** Those by her. */
    sent,
    /** The pending ones to a group that she moderates. */
    group
}
