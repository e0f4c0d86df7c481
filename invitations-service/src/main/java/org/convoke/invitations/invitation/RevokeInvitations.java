package org.convoke.invitations.invitation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.convoke.events.Topic;
import org.convoke.invitations.Refusal;
import org.convoke.invitations.Refused;
import org.convoke.ledger.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * Revokes however many pending invitations, page by page, each page in a transaction of its own: none is held for long,
 * and whoever is interrupted goes on where she was.
 */
@ApplicationScoped
class RevokeInvitations {

    private static final int PAGE = 200;
    private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");

    private final Invitations invitations;
    private final Ledger ledger;

    RevokeInvitations(Invitations invitations, Ledger ledger) {
        this.invitations = invitations;
        this.ledger = ledger;
    }

    /** As the other, whenever they were sent. */
    void ofGroup(UUID groupId, Reason reason, @Nullable String actorId) {
        ofGroup(groupId, EVER, reason, actorId);
    }

    /** @throws Refused ACCEPT_UNDER_WAY when some are being accepted: to be done once more after that */
    void ofGroup(UUID groupId, Instant sentUntil, Reason reason, @Nullable String actorId) {
        all(() -> invitations.lockPendingOfGroup(groupId, sentUntil, PAGE), reason, actorId);
        requireNone(invitations.countPendingOfGroup(groupId, sentUntil));
    }

    /** Those that somebody got or sent; as {@link #ofGroup}. */
    void ofPerson(String userId, Reason reason) {
        all(() -> invitations.lockPendingOfPerson(userId, PAGE), reason, null);
        requireNone(invitations.countPendingOfPerson(userId));
    }

    private void all(Supplier<List<Invitation>> page, Reason reason, @Nullable String actorId) {
        int revoked = PAGE;
        while (revoked == PAGE) {
            revoked = QuarkusTransaction.requiringNew().call(() -> revoke(page.get(), reason, actorId));
        }
    }

    private int revoke(List<Invitation> page, Reason reason, @Nullable String actorId) {
        Instant now = invitations.databaseTime();
        page.forEach(each -> ledger.tell(Topic.INVITATIONS, each.revoke(reason, actorId, now)));
        return page.size();
    }

    private static void requireNone(long left) {
        if (left > 0) {
            throw new Refused(Refusal.ACCEPT_UNDER_WAY);
        }
    }
}
