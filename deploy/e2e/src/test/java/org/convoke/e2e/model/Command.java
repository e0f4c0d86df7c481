package org.convoke.e2e.model;

/**
 * What one of five people does.
 *
 * @param whom whom it concerns, where it concerns somebody
 * @param role for ASSIGN
 */
record Command(Kind kind, int who, int whom, String role) {

    enum Kind {
        FOUND,
        JOIN,
        LEAVE,
        LEAVE_TO,
        INVITE,
        ACCEPT,
        DECLINE,
        CANCEL,
        ASK,
        APPROVE,
        REJECT,
        WITHDRAW,
        BAN,
        UNBAN,
        ASSIGN,
        TRANSFER,
        REMOVE,
        ARCHIVE,
        UNARCHIVE,
        DELETE
    }

    @Override
    public String toString() {
        return who + " " + kind + " " + whom + (kind == Kind.ASSIGN ? " " + role : "");
    }
}
