package org.convoke.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.convoke.gateway.Told.someone;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.convoke.events.GroupSnapshot;
import org.convoke.events.InvitationEvent.InvitationAccepted;
import org.convoke.events.InvitationEvent.InvitationCancelled;
import org.convoke.events.InvitationSnapshot;
import org.convoke.events.MembershipState;
import org.convoke.events.Topic;
import org.convoke.gateway.GwClient;
import org.convoke.gateway.Told;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class DeliveryTest {

    @TestHTTPResource
    URL url;

    private final Told told = new Told();
    private final String alice = someone("alice");
    private final String bob = someone("bob");
    private final String carol = someone("carol");

    @AfterEach
    void silence() {
        told.close();
    }

    @Test
    void anInvitationReachesBothAndNobodyElse() {
        try (GwClient inviter = connect(alice);
                GwClient invitee = connect(bob);
                GwClient stranger = connect(carol)) {
            InvitationSnapshot invitation = told.invited(alice, bob);
            JsonNode received = invitee.event("invitation:received", of(invitation));
            assertThat(received.path("ch").asText()).isEqualTo("u:" + bob);
            assertThat(received.path("p").path("eventId").asText()).isNotEmpty();
            assertThat(received.path("p").path("factId").asText()).isNotEmpty();
            inviter.event("invitation:sent", of(invitation));
            told.groupCreated(carol, "PRIVATE");
            stranger.event("group:created", payload -> true);
            assertThat(stranger.events("invitation:received")).isEmpty();
            assertThat(inviter.events("invitation:received")).isEmpty();
        }
    }

    @Test
    void whatHappenedWhileOfflineComesOnConnectingInOrder() {
        List<InvitationSnapshot> sent = new ArrayList<>();
        try (GwClient other = GwClient.signedIn(url.getPort(), bob, "other")) {
            for (int i = 0; i < 3; i++) {
                sent.add(told.invited(alice, bob));
                // One after the other: nobody promises an order between invitations.
                other.event("invitation:received", of(sent.get(i)));
            }
        }
        try (GwClient invitee = connect(bob)) {
            invitee.event("invitation:received", of(sent.get(2)));
            assertThat(invitee.events("invitation:received"))
                    .extracting(event ->
                            event.path("p").path("invitation").path("id").asText())
                    .containsExactlyElementsOf(
                            sent.stream().map(each -> each.id().toString()).toList());
        }
    }

    @Test
    void aCursorBringsExactlyWhatWasMissed() {
        String cursor;
        try (GwClient first = connect(bob)) {
            InvitationSnapshot seen = told.invited(alice, bob);
            cursor = first.event("invitation:received", of(seen)).path("cur").asText();
            first.cut();
        }
        InvitationSnapshot missed = told.invited(alice, bob);
        InvitationSnapshot last = told.invited(alice, bob);
        try (GwClient other = connect(bob)) {
            other.event("invitation:received", of(last));
        }
        try (GwClient second = GwClient.signedIn(url.getPort(), bob, "phone", cursor, Map.of())) {
            JsonNode resumed =
                    second.frame("resumed", data -> data.path("ch").asText().equals("u:" + bob));
            assertThat(resumed.path("count").asInt()).isEqualTo(2);
            assertThat(resumed.path("from").asText()).isEqualTo(cursor);
            assertThat(second.events("invitation:received"))
                    .extracting(event ->
                            event.path("p").path("invitation").path("id").asText())
                    .containsExactly(missed.id().toString(), last.id().toString());
            assertThat(ready(second).path("resume").path("kind").asText()).isEqualTo("replay");
        }
    }

    @Test
    void anAcknowledgementOfAnotherLifeOfTheStreamCountsForNothing() {
        InvitationSnapshot sent = told.invited(alice, bob);
        try (GwClient first = connect(bob)) {
            String cursor =
                    first.event("invitation:received", of(sent)).path("cur").asText();
            first.send("ack", 1, GwClient.data().put("cur", "another" + cursor.replaceFirst("\\.\\d+\\.", ".999.")));
            first.send("ping", 2, GwClient.data());
            first.reply(2);
        }
        try (GwClient second = connect(bob)) {
            second.event("invitation:received", of(sent));
        }
    }

    @Test
    void aForgedCursorIsAnsweredWithReset() {
        InvitationSnapshot sent = told.invited(alice, bob);
        try (GwClient first = connect(bob)) {
            first.event("invitation:received", of(sent));
        }
        for (String cursor : List.of("nonsense", "0.999.0", "abc.1.def", "-1.-1.x")) {
            try (GwClient client = GwClient.signedIn(url.getPort(), bob, "phone", cursor, Map.of())) {
                assertThat(ready(client).path("resume").path("kind").asText())
                        .as(cursor)
                        .isEqualTo("reset");
                assertThat(ready(client).path("resume").path("reason").asText()).isNotEmpty();
            }
        }
    }

    @Test
    void aGroupIsHeardFromJoiningUntilLeaving() {
        GroupSnapshot group = told.groupCreated(alice, "PRIVATE");
        try (GwClient owner = connect(alice);
                GwClient member = connect(bob)) {
            told.joined(group, bob, 2);
            owner.event(
                    "group:member_joined",
                    payload -> payload.path("userId").asText().equals(bob));
            told.joined(group, carol, 3);
            member.event(
                    "group:member_joined",
                    payload -> payload.path("userId").asText().equals(carol));
            told.left(group, bob, 4);
            owner.event(
                    "group:member_left",
                    payload -> payload.path("userId").asText().equals(bob));
            told.left(group, carol, 5);
            owner.event(
                    "group:member_left",
                    payload -> payload.path("userId").asText().equals(carol));
            InvitationSnapshot later = told.invited(alice, bob);
            member.event("invitation:received", of(later));
            // Her own leaving, by way of her inbox, and nothing behind it.
            assertThat(member.events("group:member_left"))
                    .extracting(event -> event.path("ch").asText())
                    .containsExactly("u:" + bob);
            assertThat(member.frames())
                    .anyMatch(frame -> frame.path("t").asText().equals("joined"));
            assertThat(sequence(owner, group)).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void countsOfAGroupAreToldOnceASecondAtMost() {
        GroupSnapshot group = told.groupCreated(alice, "PRIVATE");
        try (GwClient owner = connect(alice)) {
            for (int seq = 2; seq < 12; seq++) {
                told.joined(group, someone("guest"), seq);
            }
            JsonNode last = owner.event(
                    "group:member_update",
                    payload -> payload.path("memberCount").asInt() == 11);
            assertThat(last.has("s")).isFalse();
            assertThat(owner.events("group:member_joined")).hasSize(10);
            assertThat(owner.events("group:member_update")).hasSizeBetween(1, 4);
        }
    }

    @Test
    void aPublicGroupIsAnnouncedToEveryoneAndAHiddenOneToItsCreatorAlone() {
        try (GwClient owner = connect(alice);
                GwClient stranger = connect(carol)) {
            GroupSnapshot hidden = told.groupCreated(alice, "HIDDEN");
            owner.event("group:created", ofGroup(hidden));
            GroupSnapshot open = told.groupCreated(alice, "PUBLIC");
            stranger.event("notification:group_created", ofGroup(open));
            owner.event("notification:group_created", ofGroup(open));
            assertThat(stranger.events("notification:group_created"))
                    .noneMatch(event -> ofGroup(hidden).test(event.path("p")));
        }
    }

    @Test
    void aMembershipOfTheCompactedTopicOpensTheGroup() {
        GroupSnapshot group = Told.aGroup(alice, "PRIVATE");
        String key = MembershipState.key(group.id(), bob);
        try (GwClient member = connect(bob)) {
            told.tell(
                    Topic.MEMBERSHIPS, Told.longAgo(Told.fact(key, 7, new MembershipState(group.id(), bob, "MEMBER"))));
            member.frame("joined", data -> data.path("ch").asText().equals("g:" + group.id()));
            told.tell(Topic.MEMBERSHIPS, Told.longAgo(Told.fact(key, 8, null)));
            told.joined(group, carol, 9);
        }
        await().untilAsserted(() -> {
            try (GwClient again = connect(bob)) {
                assertThat(ready(again).path("channels").has("g:" + group.id())).isFalse();
            }
        });
    }

    @Test
    void theInviterHearsOfTheAnswerAndTheInviteeOfTheCancellation() {
        try (GwClient inviter = connect(alice);
                GwClient invitee = connect(bob)) {
            InvitationSnapshot invitation = told.invited(alice, bob);
            told.about(invitation, 2, new InvitationAccepted(invitation));
            inviter.event("invitation:responded", of(invitation));
            InvitationSnapshot other = told.invited(alice, bob);
            told.about(other, 2, new InvitationCancelled(other, alice, false));
            invitee.event("invitation:cancelled", of(other));
            assertThat(inviter.events("invitation:cancelled")).isEmpty();
            InvitationSnapshot moderated = told.invited(alice, bob);
            told.about(moderated, 2, new InvitationCancelled(moderated, carol, false));
            inviter.event("invitation:cancelled", of(moderated));
        }
    }

    private GwClient connect(String user) {
        return GwClient.signedIn(url.getPort(), user, "device-of-" + user);
    }

    private static JsonNode ready(GwClient client) {
        return client.frame("ready", any -> true);
    }

    private static List<Long> sequence(GwClient client, GroupSnapshot group) {
        return client.frames().stream()
                .map(frame -> frame.path("d"))
                .filter(data -> data.path("ch").asText().equals("g:" + group.id()) && data.has("s"))
                .map(data -> data.path("s").asLong())
                .toList();
    }

    private static Predicate<JsonNode> of(InvitationSnapshot invitation) {
        return payload -> payload.path("invitation")
                .path("id")
                .asText()
                .equals(invitation.id().toString());
    }

    private static Predicate<JsonNode> ofGroup(GroupSnapshot group) {
        return payload ->
                payload.path("group").path("id").asText().equals(group.id().toString());
    }
}
