package org.convoke.groups;

/** The rules by which this service says no. */
public enum Refusal {
    /** There is no such thing, or the caller may not see it. */
    NOT_FOUND,
    /** Nobody of that id is in the directory. */
    UNKNOWN_PERSON,
    /** Her role does not reach that far. */
    FORBIDDEN,
    /** Nobody acts on an equal or higher role. */
    OUTRANKED,
    /** A ban of hers stands. */
    BANNED,
    /** The group is entered by invitation only. */
    INVITE_ONLY,
    /** Every seat is taken. */
    GROUP_FULL,
    /** There are more members than the group would have seats. */
    SEATS_TAKEN,
    /** An archived group takes no changes. */
    ARCHIVED,
    /** Only a member can be made what was asked for. */
    NOT_A_MEMBER,
    /** She is in, so there is nothing to ask for. */
    ALREADY_A_MEMBER,
    /** The request has been decided already. */
    NOT_PENDING,
    /** What the change is of has changed since it was read. */
    STALE,
    /** A group with members has an owner. */
    LAST_OWNER,
    /** One person owns only so many groups. */
    GROUP_QUOTA,
    /** One person is in only so many groups. */
    JOINED_QUOTA,
    /** An open group is joined, not asked. */
    OPEN_GROUP,
    /** The deadline by which the seat had to be taken has passed. */
    LATE
}
