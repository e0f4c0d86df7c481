package org.convoke.invitations.group;

/** What goes wrong with the calls about a group. */
public enum Fault {
    NONE,
    /** The answer is 503 and nothing is done. */
    UNAVAILABLE,
    /** It is done, but the connection is lost before the answer. */
    ANSWER_LOST,
    /** It takes two seconds. */
    SLOW,
    /** Nothing is done and nothing is answered. */
    HANGING,
    /** It is stuck on its way and done only long after nobody waits for it any more. */
    STUCK,
    /** Something in between answers 404. */
    MISROUTED
}
