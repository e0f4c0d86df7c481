package org.convoke.invitations.consent;

/** Whose invitations somebody wants to see. */
public enum AcceptsFrom {
    ANYONE,
    /** Those who are, like her, members of some group. */
    SHARED_GROUPS,
    NOBODY;

    Reception of(boolean sharesGroup) {
        boolean wanted = switch (this) {
            case ANYONE -> true;
            case SHARED_GROUPS -> sharesGroup;
            case NOBODY -> false;
        };
        return wanted ? Reception.SHOWN : Reception.WITHHELD;
    }
}
