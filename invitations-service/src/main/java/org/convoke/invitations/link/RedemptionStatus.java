package org.convoke.invitations.link;

/** What a use of a link has led to, each more than the one before. */
enum RedemptionStatus {
    /** Nothing yet: it is given back unless it leads to something. */
    RESERVED,
    /** A request to join; it may lead to a seat yet. */
    REQUESTED,
    /** A seat. */
    SEATED
}
