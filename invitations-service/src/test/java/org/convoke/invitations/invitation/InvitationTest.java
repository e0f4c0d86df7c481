package org.convoke.invitations.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.convoke.events.Fact;
import org.convoke.events.GroupPreview;
import org.convoke.events.InvitationEvent.InvitationAccepted;
import org.convoke.events.InvitationEvent.InvitationCancelled;
import org.convoke.events.InvitationEvent.InvitationExpired;
import org.convoke.events.InvitationEvent.InvitationResent;
import org.convoke.events.InvitationEvent.InvitationRevoked;
import org.convoke.events.InvitationSnapshot;
import org.convoke.invitations.Refusal;
import org.convoke.invitations.Refused;
import org.convoke.invitations.group.Member;
import org.convoke.invitations.group.Seat;
import org.junit.jupiter.api.Test;

class InvitationTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final Instant END = NOON.plus(Duration.ofDays(14));
    private static final GroupPreview CHESS = new GroupPreview(UUID.randomUUID(), "Chess", "HIDDEN", 7);
    private static final ClaimConfig TIMES = new Times();
    private static final Duration LAPSE = TIMES.lease().plus(TIMES.margin()).plusMillis(1);

    private final Invitation invitation = invitation(false);

    @Test
    void itIsPendingWhenSentAndItsEventIsTheFirst() {
        Fact<?> sent = invitation.send();
        assertThat(sent.seq()).isEqualTo(1);
        assertThat(sent.subject()).isEqualTo(seen(NOON).id().toString());
        assertThat(seen(NOON).status()).isEqualTo("PENDING");
        assertThat(seen(NOON).decidedAt()).isNull();
    }

    @Test
    void anAcceptClaimsBeforeItAsksForTheSeat() {
        Turn.Claimed claimed = claim(NOON);
        assertThat(seen(NOON).status()).isEqualTo("PENDING");
        assertThat(claimed.seat())
                .isEqualTo(new Seat(CHESS.id(), "ben", seen(NOON).id(), "ann", NOON.plusSeconds(4)));
    }

    @Test
    void acceptingTellsOnceAndAnswersTheSameSeatForEver() {
        invitation.send();
        Member seat = seat();
        Fact<InvitationAccepted> accepted = invitation.accept(claim(NOON).claimId(), seat, NOON.plusSeconds(1));
        assertThat(accepted.seq()).isEqualTo(2);
        assertThat(accepted.event().invitation().status()).isEqualTo("ACCEPTED");
        Turn again = invitation.take("ben", END.plusSeconds(1), TIMES);
        assertThat(again).isEqualTo(new Turn.Accepted(seen(END.plusSeconds(1)), seat));
        assertThat(seen(END.plusSeconds(1)).decidedAt()).isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void nobodyDecidesWhileAnAcceptIsUnderWay() {
        claim(NOON);
        refuses(Refusal.ACCEPT_UNDER_WAY, () -> claim(NOON.plusSeconds(5)));
        refuses(Refusal.ACCEPT_UNDER_WAY, () -> invitation.decline("ben", DeclineScope.ONCE, NOON));
        refuses(Refusal.ACCEPT_UNDER_WAY, () -> invitation.cancel("ann", false, NOON));
    }

    @Test
    void aLapsedClaimIsTakenOverByAnAcceptButIgnoredByNobody() {
        Turn.Claimed stalled = claim(NOON);
        Turn.Claimed next = claim(NOON.plus(LAPSE));
        assertThat(next.claimId()).isNotEqualTo(stalled.claimId());
        refuses(Refusal.ACCEPT_UNDER_WAY, () -> invitation.cancel("ann", false, NOON.plus(LAPSE)));
        refuses(Refusal.ACCEPT_UNDER_WAY, () -> invitation.accept(stalled.claimId(), seat(), NOON.plus(LAPSE)));
        refuses(Refusal.ACCEPT_UNDER_WAY, () -> invitation.release(stalled.claimId()));
        invitation.accept(next.claimId(), seat(), NOON.plus(LAPSE));
    }

    @Test
    void aReleasedInvitationIsPendingAsBefore() {
        invitation.release(claim(NOON).claimId());
        assertThat(seen(NOON).status()).isEqualTo("PENDING");
        assertThat(claim(NOON)).isNotNull();
    }

    @Test
    void aDeclineIsToldOnce() {
        assertThat(invitation.decline("ben", DeclineScope.GROUP, NOON)).isPresent();
        assertThat(invitation.decline("ben", DeclineScope.ONCE, NOON.plusSeconds(1)))
                .isEmpty();
        assertThat(seen(NOON).decidedAt()).isEqualTo(NOON);
    }

    @Test
    void aCancelIsToldOnceWithWhoDidIt() {
        Fact<InvitationCancelled> cancelled =
                invitation.cancel("ann", false, NOON).orElseThrow();
        assertThat(cancelled.event().actorId()).isEqualTo("ann");
        assertThat(invitation.cancel("ann", false, NOON)).isEmpty();
    }

    @Test
    void aModeratorCancelsToo() {
        Fact<InvitationCancelled> cancelled =
                invitation.cancel("mia", true, NOON).orElseThrow();
        assertThat(cancelled.event().actorId()).isEqualTo("mia");
        assertThat(cancelled.event().withheld()).isFalse();
    }

    @Test
    void onlyTheInviterSendsItAgainSoOftenAndItsEndStays() {
        invitation.resend("ann", 2, NOON);
        claim(NOON);
        Fact<InvitationResent> second = invitation.resend("ann", 2, NOON.plusSeconds(1));
        assertThat(second.event().invitation().expiresAt()).isEqualTo(END);
        Refused refused = refuses(Refusal.RESEND_QUOTA, () -> invitation.resend("ann", 2, NOON));
        assertThat(refused.retryAfter()).contains(Duration.between(NOON, END));
        invitation.resend("ann", 0, NOON);
        refuses(Refusal.NOT_THE_INVITER, () -> invitation.resend("ben", 0, NOON));
    }

    @Test
    void aRevokedInvitationSaysWhy() {
        Fact<?> revoked = invitation.revoke(Reason.BANNED, "mia", NOON);
        assertThat(((InvitationRevoked) revoked.event()).actorId()).isEqualTo("mia");
        assertThat(seen(NOON).reason()).isEqualTo("BANNED");
        Refused refused = refuses(Refusal.NOT_PENDING, () -> claim(NOON));
        assertThat(refused.members()).containsEntry("reason", "BANNED");
    }

    @Test
    void whoseTimeHasPassedIsNotRevokedButExpires() {
        assertThat(invitation.revoke(Reason.BANNED, "mia", END).event()).isInstanceOf(InvitationExpired.class);
        assertThat(seen(END).status()).isEqualTo("EXPIRED");
    }

    @Test
    void nothingIsRevokedWhileItIsBeingAccepted() {
        claim(NOON);
        refuses(Refusal.ACCEPT_UNDER_WAY, () -> invitation.revoke(Reason.BANNED, "mia", NOON));
        refuses(Refusal.ACCEPT_UNDER_WAY, () -> invitation.join(seat(), NOON));
    }

    @Test
    void eachEventSaysThatItIsWithheld() {
        Invitation withheld = invitation(true);
        assertThat(withheld.send().event().withheld()).isTrue();
        assertThat(withheld.resend("ann", 3, NOON).event().withheld()).isTrue();
        assertThat(withheld.expire(END).event().withheld()).isTrue();
    }

    @Test
    void itHasOneEnd() {
        invitation.cancel("ann", false, NOON);
        Refused refused = refuses(Refusal.NOT_PENDING, () -> claim(NOON));
        assertThat(refused.members())
                .containsEntry("invitationStatus", InvitationStatus.CANCELLED)
                .containsEntry("reason", null);
        refuses(Refusal.NOT_PENDING, () -> invitation.decline("ben", DeclineScope.ONCE, NOON));
    }

    @Test
    void onlyTheInviteeAcceptsAndDeclinesAndOnlyTheInviterCancels() {
        refuses(Refusal.NOT_THE_INVITEE, () -> invitation.take("ann", NOON, TIMES));
        refuses(Refusal.NOT_THE_INVITEE, () -> invitation.decline("ann", DeclineScope.ONCE, NOON));
        refuses(Refusal.NOT_THE_INVITER, () -> invitation.cancel("ben", false, NOON));
    }

    @Test
    void itsLastMomentIsTheOneBeforeItsEnd() {
        assertThat(seen(END.minusNanos(1000)).status()).isEqualTo("PENDING");
        assertThat(seen(END).status()).isEqualTo("EXPIRED");
        assertThat(seen(END).decidedAt()).isEqualTo(END);
        refuses(Refusal.EXPIRED, () -> claim(END));
        refuses(Refusal.EXPIRED, () -> invitation.decline("ben", DeclineScope.ONCE, END));
        refuses(Refusal.EXPIRED, () -> invitation.cancel("ann", false, END));
    }

    @Test
    void anAcceptThatBeganInTimeEndsInTime() {
        Turn.Claimed claimed = claim(END.minusNanos(1000));
        assertThat(seen(END).status()).isEqualTo("PENDING");
        invitation.accept(claimed.claimId(), seat(), END.plusSeconds(1));
        assertThat(seen(END).status()).isEqualTo("ACCEPTED");
    }

    @Test
    void expiringLooksTheSameBeforeAndAfterItIsWrittenDown() {
        InvitationSnapshot before = seen(END);
        invitation.expire(END.plusSeconds(30));
        assertThat(seen(END)).isEqualTo(before);
        refuses(Refusal.EXPIRED, () -> claim(END));
    }

    private static Invitation invitation(boolean withheld) {
        var order = new Order(CHESS.id(), "ann", List.of("ben"), "Come and play", Duration.between(NOON, END), false);
        return new Invitation(order, "ben", CHESS, withheld, NOON);
    }

    private Turn.Claimed claim(Instant now) {
        return (Turn.Claimed) invitation.take("ben", now, TIMES);
    }

    private InvitationSnapshot seen(Instant now) {
        return invitation.at(now);
    }

    private static Member seat() {
        return new Member(CHESS.id(), "ben", "Ben", "MEMBER", null, "ann", NOON);
    }

    private static Refused refuses(Refusal refusal, ThrowingCallable verb) {
        return assertThatExceptionOfType(Refused.class)
                .isThrownBy(verb)
                .matches(refused -> refused.refusal() == refusal, refusal.name())
                .actual();
    }

    private record Times(
            Duration lease, Duration fence, Duration margin, Duration patience, Duration recoverEvery, int recoveries)
            implements ClaimConfig {
        Times() {
            this(seconds(5), seconds(1), seconds(1), seconds(8), seconds(1), 16);
        }

        private static Duration seconds(int seconds) {
            return Duration.ofSeconds(seconds);
        }
    }
}
