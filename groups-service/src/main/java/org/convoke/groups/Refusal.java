package org.convoke.groups;

/** The rules by which this service says no. */
public enum Refusal {
    /** There is no such thing, or the caller may not see it. */
    NOT_FOUND,
    /** Nobody of that id is in the directory. */
    UNKNOWN_PERSON,
    /** The group is entered by invitation only. */
    INVITE_ONLY,
    /** Every seat is taken. */
    GROUP_FULL,
    /** An archived group takes no changes. */
    ARCHIVED,
    /** A group with members has an owner. */
    LAST_OWNER,
    /** One person owns only so many groups. */
    GROUP_QUOTA,
    /** The deadline by which the seat had to be taken has passed. */
    LATE
}
