package org.convoke.invitations.invitation;

import org.convoke.events.InvitationSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of inviting one person.
 *
 * @param withheld whether a new invitation is kept from her
 * @param existing the one that is pending already
 */
record Judgement(
        Verdict verdict, boolean withheld, @Nullable InvitationSnapshot existing) {

    static final Judgement SHOWN = new Judgement(Verdict.CREATED, false, null);
    static final Judgement WITHHELD = new Judgement(Verdict.CREATED, true, null);

    static Judgement not(Verdict verdict) {
        return new Judgement(verdict, false, null);
    }

    static Judgement existing(InvitationSnapshot pending) {
        return new Judgement(Verdict.EXISTING, false, pending);
    }

    boolean isFresh() {
        return verdict == Verdict.CREATED;
    }
}
