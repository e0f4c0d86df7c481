package org.convoke.invitations.invitation;

import java.util.Optional;
import org.convoke.events.InvitationSnapshot;
import org.convoke.invitations.consent.Blocked;

/** How much the invitee declines: this invitation, any to this group, or any from this inviter. */
public enum DeclineScope {
    ONCE,
    GROUP,
    INVITER;

    /** What she blocks by it. */
    Optional<Blocked> blocked(InvitationSnapshot declined) {
        return switch (this) {
            case ONCE -> Optional.empty();
            case GROUP -> Optional.of(new Blocked.Group(declined.groupId()));
            case INVITER -> Optional.of(new Blocked.User(declined.inviterId()));
        };
    }
}
