package org.convoke.gateway.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.convoke.gateway.Told.someone;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.convoke.events.BatchEvent.BatchCompleted;
import org.convoke.events.BatchEvent.BatchProgressed;
import org.convoke.events.GroupEvent.JoinRequestApproved;
import org.convoke.events.GroupEvent.JoinRequested;
import org.convoke.events.GroupSnapshot;
import org.convoke.events.InvitationEvent.InvitationExpired;
import org.convoke.events.InvitationEvent.InvitationResent;
import org.convoke.events.InvitationEvent.InvitationSent;
import org.convoke.events.InvitationSnapshot;
import org.convoke.events.PersonEvent.PersonErased;
import org.convoke.gateway.GwClient;
import org.convoke.gateway.Told;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What concerns one person, in her inbox and among her notifications. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class PersonalEventsTest {

    @TestHTTPResource
    URL url;

    private final Told told = new Told();
    private final String ann = someone("ann");
    private final String ben = someone("ben");

    @AfterEach
    void silence() {
        told.close();
    }

    @Test
    void aWithheldInvitationIsShownToItsInviterAlone() {
        InvitationSnapshot withheld = Told.anInvitation(ann, ben, "PENDING");
        try (GwClient inviter = connect(ann);
                GwClient invitee = connect(ben)) {
            told.about(withheld, 1, new InvitationSent(withheld, true));
            told.about(withheld, 2, new InvitationResent(withheld, true));
            told.about(withheld, 3, new InvitationExpired(withheld, true));
            inviter.event("invitation:sent", of(withheld));
            inviter.event("invitation:cancelled", of(withheld));
            told.invited(someone("cleo"), ben);
            invitee.event("invitation:received", any -> true);
            assertThat(invitee.events("invitation:received")).hasSize(1);
            assertThat(invitee.events("invitation:cancelled")).isEmpty();
        }
        assertThat(notifications(ben)).containsExactly("invitation:received");
    }

    @Test
    void anInvitationSentAgainAsksAgain() {
        InvitationSnapshot invitation = told.invited(ann, ben);
        told.about(invitation, 2, new InvitationResent(invitation, false));
        await().untilAsserted(() ->
                assertThat(notifications(ben)).containsExactly("invitation:received", "invitation:received"));
    }

    @Test
    void aBatchIsFollowedByItsInviterAndOnlyItsEndNotifies() {
        try (GwClient inviter = connect(ann);
                GwClient other = connect(ben)) {
            told.about(new BatchProgressed(Told.aBatch(ann, "RUNNING", 4)), 1);
            assertThat(inviter.event("group:invitations_sent", processed(4)).has("s"))
                    .isFalse();
            assertThat(notifications(ann)).isEmpty();
            told.about(new BatchCompleted(Told.aBatch(ann, "COMPLETED", 10)), 2);
            inviter.event("group:invitations_sent", processed(10));
            assertThat(notifications(ann)).containsExactly("group:invitations_sent");
            try (GwClient tablet = GwClient.signedIn(url.getPort(), ann, "tablet", "0.0.0", Map.of())) {
                tablet.event("group:invitations_sent", processed(10));
                assertThat(tablet.events("group:invitations_sent")).hasSize(1);
            }
            told.invited(ann, ben);
            other.event("invitation:received", any -> true);
            assertThat(other.events("group:invitations_sent")).isEmpty();
        }
    }

    @Test
    void aRequestGoesToTheModeratorsAndTheirDecisionToHerWhoAsked() {
        String cleo = someone("cleo");
        GroupSnapshot group = told.groupCreated(ann, "PRIVATE");
        told.joined(group, cleo, 2);
        List<String> moderators = List.of(ann, cleo);
        try (GwClient moderator = connect(ann);
                GwClient other = connect(cleo);
                GwClient asking = connect(ben)) {
            told.about(group, 3, new JoinRequested("Chess", Told.aRequest(group, ben, "PENDING", null), moderators));
            for (GwClient each : List.of(moderator, other)) {
                JsonNode payload =
                        each.event("join_request:created", any -> true).path("p");
                assertThat(payload.path("groupName").asText()).isEqualTo("Chess");
                assertThat(payload.path("joinRequest").path("userId").asText()).isEqualTo(ben);
                assertThat(payload.has("moderatorIds")).isFalse();
            }
            told.about(
                    group, 4, new JoinRequestApproved("Chess", Told.aRequest(group, ben, "APPROVED", ann), moderators));
            asking.event("join_request:decided", any -> true);
            other.event("join_request:decided", any -> true);
            told.invited(someone("host"), ann);
            moderator.event("invitation:received", any -> true);
            assertThat(moderator.events("join_request:decided")).isEmpty();
            assertThat(asking.events("join_request:created")).isEmpty();
        }
        assertThat(notifications(ben)).containsExactly("join_request:decided");
        assertThat(notifications(cleo)).containsExactly("join_request:created");
    }

    @Test
    void nothingIsLeftOfAnErasedPerson() {
        InvitationSnapshot invitation = told.invited(ann, ben);
        try (GwClient phone = connect(ben)) {
            phone.event("invitation:received", of(invitation));
            told.about(new PersonErased(ben), 1);
            assertThat(phone.closeCode(Duration.ofSeconds(10))).isEqualTo(4004);
        }
        assertThat(notifications(ben)).isEmpty();
        try (GwClient again = connect(ben)) {
            assertThat(again.frame("ready", any -> true).path("top").asText()).isEqualTo("0.0.0");
        }
    }

    private List<String> notifications(String user) {
        return given().auth()
                .oauth2(GwClient.token(user))
                .get("/api/v1/notifications")
                .then()
                .statusCode(200)
                .extract()
                .path("items.event");
    }

    private GwClient connect(String user) {
        return GwClient.signedIn(url.getPort(), user, "device-of-" + user);
    }

    private static Predicate<JsonNode> processed(int count) {
        return payload -> payload.path("batch").path("processed").asInt() == count;
    }

    private static Predicate<JsonNode> of(InvitationSnapshot invitation) {
        return payload -> payload.path("invitation")
                .path("id")
                .asText()
                .equals(invitation.id().toString());
    }
}
