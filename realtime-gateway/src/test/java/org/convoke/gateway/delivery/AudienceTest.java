package org.convoke.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convoke.events.BatchEvent.BatchCancelled;
import org.convoke.events.BatchEvent.BatchCompleted;
import org.convoke.events.BatchEvent.BatchProgressed;
import org.convoke.events.DomainEvent;
import org.convoke.events.Fact;
import org.convoke.events.GroupEvent.GroupArchived;
import org.convoke.events.GroupEvent.GroupCreated;
import org.convoke.events.GroupEvent.GroupDeleted;
import org.convoke.events.GroupEvent.GroupUpdated;
import org.convoke.events.GroupEvent.JoinRequestApproved;
import org.convoke.events.GroupEvent.JoinRequestRejected;
import org.convoke.events.GroupEvent.JoinRequestWithdrawn;
import org.convoke.events.GroupEvent.JoinRequested;
import org.convoke.events.GroupEvent.MemberBanned;
import org.convoke.events.GroupEvent.MemberJoined;
import org.convoke.events.GroupEvent.MemberLeft;
import org.convoke.events.GroupEvent.MemberMuted;
import org.convoke.events.GroupEvent.MemberRemoved;
import org.convoke.events.GroupEvent.MemberRoleChanged;
import org.convoke.events.GroupEvent.MemberUnbanned;
import org.convoke.events.GroupEvent.OwnershipTransferred;
import org.convoke.events.GroupSnapshot;
import org.convoke.events.InvitationEvent.InvitationCancelled;
import org.convoke.events.InvitationEvent.InvitationExpired;
import org.convoke.events.InvitationEvent.InvitationResent;
import org.convoke.events.InvitationEvent.InvitationRevoked;
import org.convoke.events.InvitationEvent.InvitationSent;
import org.convoke.events.InvitationSnapshot;
import org.convoke.events.JoinRequestSnapshot;
import org.convoke.events.MembershipState;
import org.convoke.events.PersonEvent.PersonMet;
import org.convoke.events.Uuids;
import org.convoke.gateway.Told;
import org.convoke.gateway.delivery.ShardOperation.Append;
import org.convoke.gateway.delivery.ShardOperation.Guard;
import org.convoke.gateway.delivery.ShardOperation.Listing;
import org.convoke.gateway.delivery.ShardOperation.Seat;
import org.junit.jupiter.api.Test;

/** Who hears of each event; a star marks what asks for attention, a tilde what is no entry. */
class AudienceTest {

    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();

    private final GroupSnapshot group = Told.aGroup("ann", "PRIVATE");
    private final UUID id = group.id();
    private final String inGroup = "g:" + id + " ";
    private final Audience audience = audience();

    private static Audience audience() {
        Entries entries = new Entries(JSON);
        Payloads payloads = new Payloads(JSON);
        return new Audience(
                new GroupAudience(
                        entries,
                        payloads,
                        new MemberAudience(entries, payloads),
                        new RequestAudience(entries, payloads)),
                new InvitationAudience(entries, payloads, Clock.systemUTC()),
                Clock.systemUTC());
    }

    @Test
    void aGroupsOwnChangesAreToldToTheGroup() {
        assertThat(heard(new GroupCreated(group))).containsExactly("u:ann group:created", inGroup + "group:activity");
        assertThat(heard(new GroupUpdated(group, "ann", List.of("name"))))
                .containsExactly(inGroup + "group:updated", inGroup + "group:activity");
        assertThat(heard(new GroupArchived(id, "Chess", "ann")))
                .containsExactly(inGroup + "group:updated", inGroup + "group:activity");
        assertThat(heard(new GroupDeleted(id, "Chess", "ann"))).containsExactly(inGroup + "group:deleted");
    }

    @Test
    void aPayloadSaysWhatTheContractSays() {
        assertThat(fields(new GroupUpdated(group, "ann", List.of("name"))))
                .containsEntry("groupId", id.toString())
                .containsEntry("groupName", "Chess")
                .containsEntry("actorId", "ann")
                .containsKeys("eventId", "factId", "occurredAt", "group", "changed");
        assertThat(fields(new GroupArchived(id, "Chess", "ann"))).containsEntry("archived", "true");
        assertThat(fields(new MemberRoleChanged(id, "Chess", "ann", "ben", "ADMIN", "MEMBER")))
                .containsEntry("actorId", "ann")
                .containsEntry("userId", "ben")
                .containsEntry("role", "ADMIN");
    }

    @Test
    void whatHappensToAMemberIsToldToTheGroupAndToHer() {
        assertThat(heard(new MemberJoined(id, "Chess", "ben", "MEMBER", null, null, 2)))
                .containsExactly(inGroup + "group:member_joined", inGroup + "group:activity");
        assertThat(heard(new MemberLeft(id, "Chess", "ben", 1)))
                .containsExactly(inGroup + "group:member_left", "u:ben group:member_left", inGroup + "group:activity");
        assertThat(heard(new MemberRemoved(id, "Chess", "ann", "ben", 1)))
                .containsExactly(inGroup + "member:removed", "u:ben member:removed*", inGroup + "group:activity");
        assertThat(heard(new MemberRoleChanged(id, "Chess", "ann", "ben", "ADMIN", "MEMBER")))
                .containsExactly(
                        inGroup + "group:member_role_changed",
                        "u:ben member:role_changed*",
                        inGroup + "group:activity");
        assertThat(heard(new MemberMuted(id, "Chess", "ann", "ben", null)))
                .containsExactly(inGroup + "group:member_muted");
    }

    @Test
    void oneIsNotNotifiedOfOnesOwnDoing() {
        assertThat(heard(new MemberRoleChanged(id, "Chess", "ben", "ben", "MEMBER", "ADMIN")))
                .doesNotContain("u:ben member:role_changed*");
        assertThat(heard(new OwnershipTransferred(id, "Chess", "ann", "ben", "ann")))
                .containsExactly(
                        inGroup + "group:member_role_changed",
                        "u:ben member:role_changed*",
                        inGroup + "group:member_role_changed",
                        inGroup + "group:activity");
    }

    @Test
    void bothRolesOfATransferAreEventsOfTheirOwn() {
        List<Append> appends = appends(fact(new OwnershipTransferred(id, "Chess", "eva", "ben", "ann")));
        assertThat(appends).extracting(each -> each.event().id()).doesNotHaveDuplicates();
        assertThat(appends)
                .extracting(each -> each.event().payload())
                .anyMatch(each -> each.contains("\"ben\"") && each.contains("OWNER"))
                .anyMatch(each -> each.contains("\"ann\"") && each.contains("ADMIN"));
    }

    @Test
    void aBanIsToldToNobodyAndStillCounts() {
        for (DomainEvent event : List.of(
                new MemberBanned(id, "Chess", "ann", "ben", null), new MemberUnbanned(id, "Chess", "ann", "ben"))) {
            assertThat(audience.of(fact(event))).containsExactly(new Guard(id, 1));
        }
    }

    @Test
    void aRequestIsToldToThoseWhoMayDecideIt() {
        List<String> moderators = List.of("ann", "eva");
        assertThat(heard(new JoinRequested("Chess", request("PENDING", null), moderators)))
                .containsExactly("u:ann join_request:created*", "u:eva join_request:created*");
        assertThat(heard(new JoinRequestApproved("Chess", request("APPROVED", "eva"), moderators)))
                .containsExactly("u:ben join_request:decided*", "u:ann join_request:decided");
        assertThat(heard(new JoinRequestRejected("Chess", request("REJECTED", "ann"), moderators)))
                .containsExactly("u:ben join_request:decided*", "u:eva join_request:decided");
        assertThat(heard(new JoinRequestWithdrawn("Chess", request("WITHDRAWN", null), moderators)))
                .containsExactly("u:ann join_request:decided", "u:eva join_request:decided");
    }

    @Test
    void aWithheldInvitationIsToldToItsInviterAsAnyOther() {
        InvitationSnapshot invitation = Told.anInvitation("ann", "ben", "PENDING");
        assertThat(heard(new InvitationSent(invitation, true))).containsExactly("u:ann invitation:sent");
        assertThat(heard(new InvitationResent(invitation, true))).isEmpty();
        assertThat(heard(new InvitationCancelled(invitation, "ann", true))).isEmpty();
        assertThat(heard(new InvitationCancelled(invitation, "eva", true)))
                .containsExactly("u:ann invitation:cancelled*");
        assertThat(heard(new InvitationExpired(invitation, true))).containsExactly("u:ann invitation:cancelled*");
        assertThat(heard(new InvitationRevoked(invitation, "eva", true)))
                .containsExactly("u:ann invitation:cancelled*");
    }

    @Test
    void theEndOfAnInvitationIsToldToBothUnlessSheDidItHerself() {
        InvitationSnapshot invitation = Told.anInvitation("ann", "ben", "REVOKED");
        assertThat(heard(new InvitationResent(invitation, false))).containsExactly("u:ben invitation:received*");
        assertThat(heard(new InvitationExpired(invitation, false)))
                .containsExactly("u:ben invitation:cancelled*", "u:ann invitation:cancelled*");
        assertThat(heard(new InvitationRevoked(invitation, null, false)))
                .containsExactly("u:ben invitation:cancelled*", "u:ann invitation:cancelled*");
        assertThat(heard(new InvitationRevoked(invitation, "ann", false)))
                .containsExactly("u:ben invitation:cancelled*", "u:ann invitation:cancelled");
        assertThat(heard(new InvitationRevoked(invitation, "ben", false)))
                .containsExactly("u:ben invitation:cancelled", "u:ann invitation:cancelled*");
    }

    @Test
    void onlyTheEndOfABatchAsksForAttention() {
        String name = "u:ann group:invitations_sent";
        assertThat(heard(new BatchProgressed(Told.aBatch("ann", "RUNNING", 4)))).containsExactly(name + "~");
        assertThat(heard(new BatchCompleted(Told.aBatch("ann", "COMPLETED", 10))))
                .containsExactly(name + "*");
        assertThat(heard(new BatchCancelled(Told.aBatch("ann", "CANCELLED", 4))))
                .containsExactly(name + "*");
    }

    @Test
    void progressThatIsToldAgainLaterIsPassedOver() {
        Fact<?> late = new Fact<>(
                Uuids.next(),
                "/test",
                "batch",
                1,
                Instant.now().minusSeconds(60),
                null,
                new BatchProgressed(Told.aBatch("ann", "RUNNING", 4)));
        assertThat(audience.of(late)).isEmpty();
    }

    @Test
    void whoIsMetIsToldToNobody() {
        assertThat(audience.of(fact(new PersonMet("ann", "ann", "Ann")))).isEmpty();
    }

    @Test
    void anActivityHasTheIdOfItsFact() throws IOException {
        Fact<?> fact = fact(new GroupUpdated(group, "ann", List.of("name")));
        JsonNode payload = JSON.readTree(appends(fact).getLast().event().payload());
        assertThat(payload.path("activity").path("id").asText())
                .isEqualTo(fact.id().toString())
                .isEqualTo(payload.path("factId").asText());
    }

    private static String mark(Attention attention) {
        return switch (attention) {
            case Attention.None none -> "";
            case Attention.Ordinary ordinary -> "*";
            case Attention.Important important -> "*";
            case Attention.Passing passing -> "~";
        };
    }

    @Test
    void aMembershipIsSeatedByItsGroupAndFromTheCompactedTopicOnlyWhenThatHasForgotten() {
        String key = MembershipState.key(id, "ben");
        Fact<DomainEvent> recent = Told.fact(key, 3, new MembershipState(id, "ben", "MEMBER"));
        Listing listing = new Listing("ben", id, "MEMBER", 3);
        assertThat(audience.of(recent)).containsExactly(listing);
        assertThat(audience.of(Told.longAgo(recent))).containsExactly(new Seat(id, "ben", "MEMBER", 3, true), listing);
    }

    private JoinRequestSnapshot request(String status, String decidedBy) {
        return Told.aRequest(group, "ben", status, decidedBy);
    }

    private List<String> heard(DomainEvent event) {
        return appends(fact(event)).stream()
                .map(each -> each.home().value() + " " + each.event().name() + mark(each.attention()))
                .toList();
    }

    private Map<String, String> fields(DomainEvent event) {
        try {
            Map<String, String> fields = new java.util.HashMap<>();
            JSON.readTree(appends(fact(event)).getFirst().event().payload())
                    .fields()
                    .forEachRemaining(
                            each -> fields.put(each.getKey(), each.getValue().asText()));
            return fields;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Append> appends(Fact<?> fact) {
        return audience.of(fact).stream()
                .filter(Append.class::isInstance)
                .map(Append.class::cast)
                .toList();
    }

    private Fact<DomainEvent> fact(DomainEvent event) {
        return Told.fact(id.toString(), 1, event);
    }
}
