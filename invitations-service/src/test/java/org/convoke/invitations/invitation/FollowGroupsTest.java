package org.convoke.invitations.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.invitations.Answers.refused;
import static org.convoke.invitations.Answers.unavailable;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.convoke.events.GroupEvent;
import org.convoke.events.GroupEvent.GroupArchived;
import org.convoke.events.GroupEvent.GroupDeleted;
import org.convoke.events.GroupEvent.GroupUpdated;
import org.convoke.events.GroupEvent.MemberBanned;
import org.convoke.events.GroupEvent.MemberJoined;
import org.convoke.events.GroupSnapshot;
import org.convoke.events.InvitationEvent.InvitationRevoked;
import org.convoke.events.PersonEvent.PersonErased;
import org.convoke.invitations.Someone;
import org.convoke.invitations.TheDatabase;
import org.convoke.invitations.TheTopics;
import org.convoke.invitations.Told;
import org.convoke.invitations.group.AGroup;
import org.convoke.invitations.group.Fault;
import org.convoke.invitations.group.Groups;
import org.convoke.invitations.group.GroupsDouble;
import org.convoke.invitations.group.InvitationCheck;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What happens to groups and people ends, or settles, the invitations that it concerns. */
@QuarkusTest
class FollowGroupsTest {

    @Inject
    Groups groups;

    @Inject
    InvitePeople invitePeople;

    private final Someone ann = Someone.called("ann");
    private final Someone ben = Someone.called("ben");
    private final AGroup group = ann.founds();

    @Test
    void aBanEndsTheInvitation() {
        String id = ann.invited(ben, group);
        hears(banned());
        revoked(id, "BANNED");
        refused(ben.accepts(id), 409, "not-pending")
                .body("invitationStatus", equalTo("REVOKED"))
                .body("reason", equalTo("BANNED"));
        var told = (InvitationRevoked) Told.facts(id).getLast().event();
        assertThat(told.actorId()).isEqualTo(ann.id());
        assertThat(told.withheld()).isFalse();
    }

    @Test
    void aBanThatWasLiftedBeforeIsHistory() {
        Instant before = Instant.now();
        String id = ann.invited(ben, group);
        hears(banned(), before.minusSeconds(1));
        ben.reads(id).body("status", equalTo("PENDING"));
    }

    @Test
    void aBanThatCrossedTheInvitationEndsItThough() {
        Instant before = Instant.now();
        String id = ann.invited(ben, group);
        group.banned.add(ben.id());
        hears(banned(), before.minusMillis(1));
        revoked(id, "BANNED");
    }

    @Test
    void whatWasHeardSinceTheAnswerIsLookedAtAgain() {
        invitedByAnOldAnswer(joined(null), () -> group.seat(ben.id(), "MEMBER"), Verdict.ALREADY_MEMBER);
        group.members.remove(ben.id());
        invitedByAnOldAnswer(banned(), () -> group.banned.add(ben.id()), Verdict.BANNED);
    }

    private void invitedByAnOldAnswer(GroupEvent event, Runnable cause, Verdict wanted) {
        List<String> invitees = List.of(ben.id());
        InvitationCheck answer = groups.check(group.id, ann.id(), invitees);
        cause.run();
        hears(event);
        Order order = new Order(group.id, ann.id(), invitees, null, Duration.ofDays(1), false);
        assertThat(QuarkusTransaction.requiringNew().call(() -> invitePeople.invite(order, answer)))
                .extracting(Result::verdict)
                .containsExactly(wanted);
    }

    @Test
    void whoJoinsOtherwiseNeedsNoInvitation() {
        String id = ann.invited(ben, group);
        hears(joined(null));
        revoked(id, "JOINED");
    }

    @Test
    void aRequestToJoinByTheInvitedIsTheAcceptance() {
        String id = ann.invited(ben, group);
        hears(joined(id));
        ben.reads(id).body("status", equalTo("ACCEPTED"));
        ben.accepts(id)
                .statusCode(200)
                .body("membership.userId", equalTo(ben.id()))
                .body("membership.role", equalTo("MEMBER"))
                .body("membership.invitedBy", equalTo(ann.id()));
        assertThat(group.seatCalls).hasValue(0);
        assertThat(Told.about(id)).containsExactly("InvitationSent", "InvitationAccepted");
    }

    @Test
    void anAcceptUnderWayIsNotDisturbedByItsOwnFact() {
        String id = ann.invited(ben, group);
        group.fault = Fault.ANSWER_LOST;
        unavailable(ben.accepts(id));
        hears(joined(id));
        ben.reads(id).body("status", equalTo("PENDING"));
        group.fault = Fault.NONE;
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> ben.reads(id).extract().path("status"), "ACCEPTED"::equals);
        assertThat(Told.about(id)).containsExactly("InvitationSent", "InvitationAccepted");
    }

    @Test
    void aBanWaitsForTheAcceptUnderWay() {
        String id = ann.invited(ben, group);
        group.fault = Fault.UNAVAILABLE;
        unavailable(ben.accepts(id));
        group.banned.add(ben.id());
        group.fault = Fault.NONE;
        hears(banned());
        revoked(id, "BANNED");
        assertThat(Told.about(id)).containsExactly("InvitationSent", "InvitationRevoked");
    }

    @Test
    void aBanDoesNotUndoAnAcceptThatHasItsSeat() {
        String id = ann.invited(ben, group);
        group.fault = Fault.ANSWER_LOST;
        unavailable(ben.accepts(id));
        group.fault = Fault.NONE;
        hears(banned());
        ben.reads(id).body("status", equalTo("ACCEPTED"));
        assertThat(Told.about(id)).containsExactly("InvitationSent", "InvitationAccepted");
    }

    @Test
    void anArchivedGroupInvitesNobody() {
        String id = ann.invited(ben, group);
        hears(new GroupArchived(group.id, "Chess", ann.id()));
        revoked(id, "GROUP_ARCHIVED");
        String since = ann.invited(Someone.called("cleo"), group);
        hears(new GroupArchived(group.id, "Chess", ann.id()), Instant.now().minusSeconds(60));
        ann.reads(since).body("status", equalTo("PENDING"));
    }

    @Test
    void withADeletedGroupTwoThousandInvitationsEndInAFewSeconds() {
        String id = ann.invited(ben, group);
        TheDatabase.run("""
                insert into invitation (id, seq, group_id, group_preview, inviter_id, invitee_id, status,
                    created_at, expires_at, withheld)
                select gen_random_uuid(), 1, group_id, group_preview, inviter_id, 'p' || n, 'PENDING',
                    created_at, expires_at, n = 1
                from invitation, generate_series(1, 2000) n where id = '%s'""".formatted(id));
        long began = System.nanoTime();
        hears(new GroupDeleted(group.id, "Chess", ann.id()));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        revoked(id, "GROUP_DELETED");
        assertThat(TheDatabase.exists(
                        "select from invitation where status = 'PENDING' and group_id = '%s'".formatted(group.id)))
                .isFalse();
    }

    @Test
    void anAcceptThatFindsTheGroupGoneEndsIt() {
        String id = ann.invited(ben, group);
        GroupsDouble.running().delete(group);
        refused(ben.accepts(id), 409, "not-pending").body("reason", equalTo("GROUP_DELETED"));
        hears(new GroupDeleted(group.id, "Chess", ann.id()));
        assertThat(Told.about(id)).containsExactly("InvitationSent", "InvitationRevoked");
    }

    @Test
    void aPendingInvitationShowsTheGroupUnderItsNewName() {
        String id = ann.invited(ben, group);
        var renamed = new GroupSnapshot(
                group.id, "Go", "", "HIDDEN", "OPEN", "MEMBERS", 10, 4, false, Map.of(), ann.id(), Instant.now());
        hears(new GroupUpdated(renamed, ann.id(), List.of("name")));
        ben.reads(id)
                .body("group.name", equalTo("Go"))
                .body("group.visibility", equalTo("HIDDEN"))
                .body("group.memberCount", equalTo(4));
    }

    @Test
    void whoIsErasedIsForgotten() {
        Someone cleo = Someone.called("cleo");
        AGroup another = ben.founds();
        String got = ann.invited(ben, group);
        String sent = ben.invited(cleo, another);
        String accepted = ann.invited(ben, ann.founds());
        ben.accepts(accepted).statusCode(200);
        String brought = ben.invited(Someone.called("dora"), another);
        cleo.blocks(ben);
        ben.blocks(cleo);
        ben.acceptsFrom("NOBODY");
        TheTopics.awaitHeard(TheTopics.tell(new PersonErased(ben.id())));
        ann.reads(got)
                .body("status", equalTo("REVOKED"))
                .body("reason", equalTo("ERASED"))
                .body("inviteeId", equalTo("erased"))
                .body("message", equalTo(null));
        cleo.reads(sent).body("reason", equalTo("ERASED")).body("inviterId", equalTo("erased"));
        ann.reads(accepted).body("status", equalTo("ACCEPTED")).body("inviteeId", equalTo("erased"));
        for (String table : List.of("invitation", "recipient", "invitation_block", "person_met")) {
            assertThat(TheDatabase.exists("select from %s t where t::text like '%%%s%%'".formatted(table, ben.id())))
                    .as(table)
                    .isFalse();
        }
        assertThat(Told.about(brought)).containsExactly("InvitationSent", "InvitationRevoked");
    }

    private MemberBanned banned() {
        return new MemberBanned(group.id, "Chess", ann.id(), ben.id(), null);
    }

    private MemberJoined joined(@Nullable String invitation) {
        UUID id = invitation == null ? null : UUID.fromString(invitation);
        return new MemberJoined(group.id, "Chess", ben.id(), "MEMBER", ann.id(), id, 2);
    }

    private void revoked(String id, String reason) {
        ann.reads(id).body("status", equalTo("REVOKED")).body("reason", equalTo(reason));
    }

    private static void hears(GroupEvent event) {
        hears(event, Instant.now());
    }

    private static void hears(GroupEvent event, Instant at) {
        TheTopics.awaitHeard(TheTopics.tell(event, at));
    }
}
