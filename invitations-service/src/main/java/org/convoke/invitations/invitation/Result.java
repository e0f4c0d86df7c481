package org.convoke.invitations.invitation;

import org.convoke.events.InvitationSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * What became of inviting one person.
 *
 * @param invitation the new one, or the one that is pending already
 */
public record Result(
        String inviteeId, Verdict verdict, @Nullable InvitationSnapshot invitation) {}
