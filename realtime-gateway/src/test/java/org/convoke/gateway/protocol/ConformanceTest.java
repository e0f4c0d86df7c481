package org.convoke.gateway.protocol;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.convoke.gateway.Told.someone;
import static org.convoke.gateway.protocol.Listeners.errorCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convoke.events.GroupSnapshot;
import org.convoke.gateway.GwClient;
import org.convoke.gateway.Told;
import org.convoke.gateway.protocol.ProtocolDocument.Message;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the running gateway says is what {@code asyncapi.yaml} describes, and all of it. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class ConformanceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String START = "0.0.0";
    private static final Duration SOON = Duration.ofSeconds(5);

    @TestHTTPResource
    URL url;

    private final ProtocolDocument document = ProtocolDocument.read();
    private final Told told = new Told();
    private final Story story = new Story(told);
    private Listeners listeners;

    @BeforeEach
    void listen() {
        listeners = new Listeners(document, url.getPort());
    }

    @AfterEach
    void everyFrameConforms() {
        told.close();
        listeners.closeAndCompare();
    }

    @Test
    void everyEventThatTheServicesCauseIsDescribedAndEveryDescribedOneIsCaused() {
        GwClient ann = listeners.signedIn(story.ann);
        GwClient ben = listeners.signedIn(story.ben);
        String before =
                ann.frame("ready", any -> true).path("channels").path("public").asText();
        assertThat(story.happens())
                .as("all but the deletion")
                .hasSize(Story.allEvents().size() - 1);
        JsonNode received = ben.event("invitation:received", any -> true);
        seen(story.ben, received.path("cur").asText());
        muted(story.ann, story.group);
        oneTypesToTheOther(ann, ben);
        story.theGroupIsPublicNoMore();
        ann.event("group:updated", payload -> payload.path("changed").toString().contains("visibility"));
        listeners.signedIn(someone("late"), "phone", null, Map.of("public", before));
        story.theGroupIsDeleted();

        Set<String> described = document.sent().stream()
                .filter(Message::isEvent)
                .map(Message::name)
                .collect(toSet());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(listeners.events()).containsAll(described));
        assertThat(listeners.events()).isEqualTo(described);
        assertThat(overRest(story.ben))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(document.violations(event)).isEmpty());
    }

    @Test
    void whoIsHereIsTold() {
        GwClient ann = listeners.signedIn(story.ann);
        GwClient ben = listeners.signedIn(story.ben);
        String group = theirGroup(ann, ben);
        ObjectNode watch = GwClient.data();
        watch.putArray("watch").add(story.ben);
        ann.send("presence", 50, watch);
        ann.send("sub", 51, GwClient.data().put("ch", "presence:" + group));
        assertThat(errorCode(ann.reply(50))).isZero();
        assertThat(errorCode(ann.reply(51))).isZero();
        ben.send("presence", 52, GwClient.data().put("set", "BUSY"));
        ann.frame("presence", data -> data.path("state").asText().equals("BUSY") && data.has("ch"));
        ann.frame("presence", data -> data.path("state").asText().equals("BUSY") && !data.has("ch"));
    }

    @Test
    void theEndOfASessionIsTold() {
        GwClient brief = listeners.greeted();
        String token = RealParts.issuer()
                .token(story.ann)
                .expiresIn(Duration.ofSeconds(20))
                .mint();
        brief.send("auth", 1, GwClient.data().put("token", token).put("device", "phone"));
        brief.frame("token.expiring", any -> true);
        for (int i = 0; i < 11; i++) {
            brief.raw("{");
        }
        brief.frame("bye", data -> data.path("code").asInt() == 4000);
        assertThat(brief.closeCode(SOON)).isEqualTo(4000);
    }

    @Test
    void whatAClientMissedIsToldAndAPositionThatIsNoneIsReset() {
        told.invited(story.ann, story.ben);
        listeners.signedIn(story.ben).event("invitation:received", any -> true);
        listeners.signedIn(story.ben, "tablet", START, Map.of()).frame("resumed", any -> true);
        JsonNode ready = listeners
                .signedIn(story.ben, "laptop", "nonsense", Map.of("public", "none", "g:" + story.group, START))
                .frame("ready", any -> true);
        assertThat(ready.path("resume").path("kind").asText()).isEqualTo("reset");
        assertThat(ready.path("resets").has("public")).isTrue();
        assertThat(ready.path("refused")).hasSize(1);
    }

    private void oneTypesToTheOther(GwClient ann, GwClient ben) {
        ann.send("live", 50, GwClient.data().put("g", theirGroup(ann, ben)).put("kind", "TYPING"));
        ben.event("group:live_activity", any -> true);
    }

    private String theirGroup(GwClient ann, GwClient ben) {
        GroupSnapshot group = told.groupCreated(story.ann, "PRIVATE");
        told.joined(group, story.ben, 2);
        for (GwClient member : List.of(ann, ben)) {
            member.frame("joined", data -> data.path("ch").asText().equals("g:" + group.id()));
        }
        return group.id().toString();
    }

    private static void seen(String user, String cursor) {
        given().auth()
                .oauth2(GwClient.token(user))
                .contentType(ContentType.JSON)
                .body(Map.of("upTo", cursor))
                .post("/api/v1/notifications/seen")
                .then()
                .statusCode(200);
    }

    private static void muted(String user, String group) {
        given().auth()
                .oauth2(GwClient.token(user))
                .contentType(ContentType.JSON)
                .body(Map.of("level", "MUTED"))
                .put("/api/v1/notifications/groups/" + group)
                .then()
                .statusCode(200);
    }

    /** The inbox as {@code GET /api/v1/events} answers it, in frames. */
    private static List<JsonNode> overRest(String user) {
        String body = given().auth()
                .oauth2(GwClient.token(user))
                .queryParam("cursor", START)
                .get("/api/v1/events")
                .asString();
        try {
            List<JsonNode> frames = new ArrayList<>();
            JSON.readTree(body)
                    .path("items")
                    .forEach(item ->
                            frames.add(JSON.createObjectNode().put("t", "evt").set("d", item)));
            return frames;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
