package org.convoke.invitations.group;

/** How somebody stands to a group. */
public enum Standing {
    OK,
    MEMBER,
    BANNED,
    /** She has asked to be let in. */
    REQUESTED,
    /** Nobody of that id is known. */
    UNKNOWN
}
