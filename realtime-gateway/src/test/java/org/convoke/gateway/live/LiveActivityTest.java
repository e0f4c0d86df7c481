package org.convoke.gateway.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.gateway.Told.someone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.UUID;
import java.util.function.Predicate;
import org.convoke.events.GroupSnapshot;
import org.convoke.gateway.GwClient;
import org.convoke.gateway.Told;
import org.convoke.gateway.stream.StreamName;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class LiveActivityTest {

    @TestHTTPResource
    URL url;

    @Inject
    RedisDataSource redis;

    private final Told told = new Told();
    private final String ada = someone("ada");
    private final String bob = someone("bob");
    private final String eve = someone("eve");
    private GroupSnapshot group;
    private GwClient owner;
    private GwClient member;
    private GwClient stranger;

    @BeforeEach
    void aGroupOfTwo() {
        owner = GwClient.signedIn(url.getPort(), ada, "laptop");
        member = GwClient.signedIn(url.getPort(), bob, "phone");
        stranger = GwClient.signedIn(url.getPort(), eve, "phone");
        group = told.groupCreated(ada, "PRIVATE");
        told.joined(group, bob, 2);
        owner.event("group:member_joined", of(group));
        member.event("group:member_joined", of(group));
    }

    @AfterEach
    void hangUp() {
        told.close();
        owner.close();
        member.close();
        stranger.close();
    }

    @Test
    void whatAMemberDoesReachesTheOtherMembersAndIsKeptNowhere() {
        String log = "gw:" + StreamName.group(group.id()).tag() + ":s:g:" + group.id();
        long before = redis.stream(String.class).xlen(log);
        member.send("live", 5, live(group.id(), "TYPING"));
        assertThat(member.reply(5).path("t").asText()).isEqualTo("ok");
        JsonNode heard = owner.frame("evt", data -> data.path("n").asText().equals("group:live_activity"));
        assertThat(heard.path("ch").asText()).isEqualTo("g:" + group.id());
        assertThat(heard.has("s") || heard.has("cur")).isFalse();
        assertThat(heard.path("p").path("groupId").asText())
                .isEqualTo(group.id().toString());
        assertThat(heard.path("p").path("userId").asText()).isEqualTo(bob);
        assertThat(heard.path("p").path("kind").asText()).isEqualTo("TYPING");
        assertThat(heard.path("p").path("eventId").asText()).isNotEmpty();
        assertThat(redis.stream(String.class).xlen(log)).isEqualTo(before);
        nobodyElseHears(1);
    }

    @Test
    void itIsPassedOnOnceInTwoSecondsForEachSessionAndGroup() {
        member.send("live", 5, live(group.id(), "TYPING"));
        member.send("live", 6, live(group.id(), "IDLE"));
        JsonNode refused = member.reply(6).path("d");
        assertThat(refused.path("code").asInt()).isEqualTo(111);
        assertThat(refused.path("retry").asBoolean()).isTrue();
        assertThat(refused.path("afterMs").asInt()).isBetween(1, 2000);
        try (GwClient tablet = GwClient.signedIn(url.getPort(), bob, "tablet")) {
            tablet.send("live", 7, live(group.id(), "VIEWING"));
            assertThat(tablet.reply(7).path("t").asText()).isEqualTo("ok");
        }
        owner.event(
                "group:live_activity", payload -> payload.path("kind").asText().equals("VIEWING"));
        nobodyElseHears(2);
    }

    @Test
    void whoIsNoMemberSaysNothingAndLearnsNothing() {
        stranger.send("live", 5, live(group.id(), "TYPING"));
        stranger.send("live", 6, live(UUID.randomUUID(), "TYPING"));
        stranger.send("live", 7, GwClient.data().put("g", "no-group").put("kind", "TYPING"));
        stranger.send("live", 8, live(group.id(), "DANCING"));
        assertThat(stranger.reply(5).path("d").path("code").asInt()).isEqualTo(103);
        assertThat(stranger.reply(6).path("d")).isEqualTo(stranger.reply(5).path("d"));
        assertThat(stranger.reply(7).path("d").path("code").asInt()).isEqualTo(102);
        assertThat(stranger.reply(8).path("d").path("code").asInt()).isEqualTo(107);
        nobodyElseHears(0);
    }

    @Test
    void nobodyIsToldWhatSomebodyInvisibleDoes() {
        member.send("presence", 5, GwClient.data().put("set", "INVISIBLE"));
        assertThat(member.reply(5).path("t").asText()).isEqualTo("ok");
        member.send("live", 6, live(group.id(), "VIEWING"));
        assertThat(member.reply(6).path("t").asText()).isEqualTo("ok");
        assertThat(post(bob, group.id(), "VIEWING")).isEqualTo(202);
        nobodyElseHears(0);
    }

    @Test
    void whoHasLeftIsNoMemberAnyMore() {
        told.left(group, bob, 3);
        owner.event("group:member_left", of(group));
        member.send("live", 5, live(group.id(), "TYPING"));
        assertThat(member.reply(5).path("d").path("code").asInt()).isEqualTo(103);
        owner.send("live", 6, live(group.id(), "TYPING"));
        assertThat(owner.reply(6).path("t").asText()).isEqualTo("ok");
        nobodyElseHears(0);
    }

    @Test
    void itIsToldOverRestToo() {
        assertThat(post(bob, group.id(), "VIEWING")).isEqualTo(202);
        owner.event(
                "group:live_activity", payload -> payload.path("kind").asText().equals("VIEWING"));
        assertThat(post(bob, group.id(), "VIEWING")).isEqualTo(202);
        assertThat(post(eve, group.id(), "VIEWING")).isEqualTo(404);
        assertThat(post(eve, UUID.randomUUID(), "VIEWING")).isEqualTo(404);
        assertThat(post(bob, group.id(), "DANCING")).isEqualTo(400);
        nobodyElseHears(1);
    }

    /** Once everybody has heard of what happens next, they have heard all that came before. */
    private void nobodyElseHears(int heardByTheOwner) {
        for (String each : new String[] {ada, bob, eve}) {
            told.groupCreated(each, "PUBLIC");
        }
        for (GwClient each : new GwClient[] {owner, member, stranger}) {
            each.event("group:created", payload -> !of(group).test(payload));
        }
        assertThat(owner.events("group:live_activity")).hasSize(heardByTheOwner);
        assertThat(member.events("group:live_activity")).isEmpty();
        assertThat(stranger.events("group:live_activity")).isEmpty();
    }

    private int post(String user, UUID groupId, String kind) {
        return given().auth()
                .oauth2(GwClient.token(user))
                .contentType(ContentType.JSON)
                .body(GwClient.data()
                        .put("groupId", groupId.toString())
                        .put("kind", kind)
                        .toString())
                .post("/api/v1/live-activity")
                .statusCode();
    }

    private static ObjectNode live(UUID groupId, String kind) {
        return GwClient.data().put("g", groupId.toString()).put("kind", kind);
    }

    private static Predicate<JsonNode> of(GroupSnapshot group) {
        return payload -> payload.toString().contains(group.id().toString());
    }
}
