package org.convoke.invitations.batch;

import org.convoke.invitations.invitation.Verdict;

/** What became of one recipient. */
public enum Outcome {
    CREATED,
    /** An invitation of hers was pending. */
    EXISTING,
    ALREADY_MEMBER,
    BANNED,
    /** She has blocked the inviter or the group. */
    BLOCKED,
    /** Nobody of that id is known. */
    UNKNOWN,
    /** The inviter may not invite to the group any more. */
    NOT_ALLOWED,
    /** A limit of the inviter, the group or this pair is used up. */
    QUOTA,
    /** The group was deleted, archived or hidden from the inviter. */
    GROUP_GONE,
    CANCELLED,
    FAILED;

    static Outcome of(Verdict verdict) {
        return switch (verdict) {
            case CREATED -> CREATED;
            case EXISTING -> EXISTING;
            case ALREADY_MEMBER -> ALREADY_MEMBER;
            case BANNED -> BANNED;
            case BLOCKED -> BLOCKED;
            case UNKNOWN -> UNKNOWN;
            case NOT_ALLOWED -> NOT_ALLOWED;
            case INVITER_QUOTA, GROUP_QUOTA, COOLDOWN -> QUOTA;
        };
    }
}
