package org.convoke.gateway.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.convoke.gateway.Told.someone;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convoke.events.InvitationSnapshot;
import org.convoke.gateway.GwClient;
import org.convoke.gateway.Told;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class NotificationsTest {

    @TestHTTPResource
    URL url;

    private final Told told = new Told();
    private final String bob = someone("bob");
    private List<InvitationSnapshot> sent;

    @BeforeEach
    void threeInvitations() {
        String alice = someone("alice");
        sent = new ArrayList<>();
        for (int count = 1; count <= 3; count++) {
            sent.add(told.invited(alice, bob));
            int so = count;
            // One after the other: nobody promises an order between invitations.
            await().pollInterval(Duration.ofMillis(20)).untilAsserted(() -> assertCounts(so, so));
        }
    }

    @AfterEach
    void silence() {
        told.close();
    }

    @Test
    void whileRedisIsAwayWhoeverAsksIsToldToComeAgain() {
        RealParts.redis().kill();
        try {
            assertUnavailable();
        } finally {
            RealParts.redis().restart();
        }
        await().untilAsserted(() -> assertCounts(3, 3));
        RealParts.redis().pause();
        try {
            assertUnavailable();
        } finally {
            RealParts.redis().resume();
        }
        await().untilAsserted(() -> assertCounts(3, 3));
    }

    private void assertUnavailable() {
        asBob().get("/api/v1/notifications/summary")
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body("code", equalTo("unavailable"));
    }

    @Test
    void newOnesAreUnseenAndUnreadAndTheNewestComesFirst() {
        List<Map<String, Object>> items = items("unread");
        assertThat(items).hasSize(3);
        assertThat(items).extracting("seen", "read").containsOnly(org.assertj.core.groups.Tuple.tuple(false, false));
        assertThat(items.getFirst().get("payload").toString())
                .contains(sent.getLast().id().toString());
    }

    @Test
    void seenUpToAPositionLeavesUnread() {
        String middle = items("all").get(1).get("cursor").toString();
        post("seen", Map.of("upTo", middle)).body("unseen", equalTo(1)).body("unread", equalTo(3));
        assertThat(items("unseen")).hasSize(1);
        post("seen", Map.of("upTo", items("all").getLast().get("cursor"))).body("unseen", equalTo(1));
    }

    @Test
    void readOneByOneOrUpToAPositionAndTwiceCountsOnce() {
        Object id = items("all").getFirst().get("id");
        post("read", Map.of("ids", List.of(id))).body("unread", equalTo(2));
        post("read", Map.of("ids", List.of(id))).body("unread", equalTo(2));
        assertThat(items("unread")).extracting("id").doesNotContain(id);
        post("read", Map.of("upTo", items("all").getFirst().get("cursor"))).body("unread", equalTo(0));
        assertThat(items("unread")).isEmpty();
    }

    @Test
    void aDeletedOneIsGoneAndDeletingItAgainIsNoError() {
        Object id = items("all").getFirst().get("id");
        asBob().delete("/api/v1/notifications/" + id).then().statusCode(204);
        asBob().delete("/api/v1/notifications/" + id).then().statusCode(204);
        assertCounts(2, 2);
        assertThat(items("all")).hasSize(2);
    }

    @Test
    void whatIsReadOnOneDeviceIsToldToAll() {
        try (GwClient phone = GwClient.signedIn(url.getPort(), bob, "phone");
                GwClient tablet = GwClient.signedIn(url.getPort(), bob, "tablet")) {
            Object id = items("all").getFirst().get("id");
            post("read", Map.of("ids", List.of(id)));
            for (GwClient device : List.of(phone, tablet)) {
                JsonNode payload =
                        device.event("notification:read", any -> true).path("p");
                assertThat(payload.path("ids").get(0).asText()).isEqualTo(id);
                assertThat(payload.path("unseen").asInt()).isEqualTo(3);
                assertThat(payload.path("unread").asInt()).isEqualTo(2);
            }
        }
        try (GwClient again = GwClient.signedIn(url.getPort(), bob, "phone")) {
            JsonNode ready = again.frame("ready", any -> true);
            assertThat(ready.path("unread").asInt()).isEqualTo(2);
        }
    }

    @Test
    void pagesFollowEachOtherWithoutAGapOrARepeat() {
        var first = asBob().get("/api/v1/notifications?limit=2")
                .then()
                .statusCode(200)
                .extract();
        String next = first.path("next");
        var second = asBob().get("/api/v1/notifications?limit=2&cursor=" + next)
                .then()
                .extract();
        assertThat(first.<List<String>>path("items.id"))
                .hasSize(2)
                .doesNotContainAnyElementsOf(second.path("items.id"));
        assertThat(second.<String>path("next")).isNull();
        asBob().get("/api/v1/notifications?limit=2&cursor=" + next + "x").then().statusCode(400);
        asBob().get("/api/v1/notifications?limit=1000").then().statusCode(400);
    }

    @Test
    void theSameEventsAreReadWithoutASocket() {
        String cursor = items("all").getLast().get("cursor").toString();
        asBob().get("/api/v1/events?cursor=" + cursor)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(2))
                .body("items[0].n", equalTo("invitation:received"))
                .body("items[1].p.invitation.id", equalTo(sent.getLast().id().toString()))
                .body("cursor", equalTo(items("all").getFirst().get("cursor")));
        asBob().get("/api/v1/events?cursor=abc.1.def")
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .body("code", equalTo("cursor-expired"));
        asBob().get("/api/v1/events?cursor=nonsense").then().statusCode(400);
        asBob().get("/api/v1/events?ch=u:somebody").then().statusCode(404);
        asBob().get("/api/v1/events").then().statusCode(200).body("items.size()", equalTo(0));
    }

    @Test
    void aPositionOfAnotherLifeOfTheInboxMarksNothing() {
        String ofAnother = "another" + items("all").getFirst().get("cursor");
        post("seen", Map.of("upTo", ofAnother)).body("unseen", equalTo(3));
        post("read", Map.of("upTo", ofAnother)).body("unread", equalTo(3));
    }

    @Test
    void badInputIsRefusedWithAProblem() {
        post("seen", Map.of("upTo", "nonsense"), 400).body("errors[0].field", equalTo("upTo"));
        post("read", Map.of(), 400).body("code", equalTo("invalid"));
        post("read", Map.of("ids", List.of("no-uuid")), 400);
        post("read", Map.of("user", "alice"), 400).body("code", equalTo("unknown-field"));
        asBob().get("/api/v1/notifications?state=lost").then().statusCode(400);
        given().get("/api/v1/notifications")
                .then()
                .statusCode(401)
                .contentType(startsWith("application/problem+json"))
                .body("code", equalTo("unauthenticated"));
        asBob().contentType(ContentType.JSON)
                .body("{\"upTo\":\"" + "x".repeat(70_000) + "\"}")
                .post("/api/v1/notifications/seen")
                .then()
                .statusCode(413);
    }

    private List<Map<String, Object>> items(String state) {
        return asBob().get("/api/v1/notifications?state=" + state)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    private void assertCounts(int unseen, int unread) {
        asBob().get("/api/v1/notifications/summary")
                .then()
                .statusCode(200)
                .body("unseen", equalTo(unseen))
                .body("unread", equalTo(unread));
    }

    private io.restassured.response.ValidatableResponse post(String verb, Map<String, ?> body) {
        return post(verb, body, 200);
    }

    private io.restassured.response.ValidatableResponse post(String verb, Map<String, ?> body, int status) {
        return asBob().contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/notifications/" + verb)
                .then()
                .statusCode(status);
    }

    private RequestSpecification asBob() {
        return given().auth().oauth2(GwClient.token(bob));
    }
}
