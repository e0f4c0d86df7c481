package org.convoke.invitations.invitation;

/** Which of the invitations that concern somebody, spelled as in the query. */
public enum Box {
    /** Those to her. */
    received("inviteeId"),
    /** Those by her. */
    sent("inviterId");

    private final String owner;

    Box(String owner) {
        this.owner = owner;
    }

    /** The attribute that names the owner of the box. */
    String owner() {
        return owner;
    }
}
