package org.convoke.gateway.presence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.convoke.gateway.Told.someone;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.UUID;
import org.convoke.events.GroupSnapshot;
import org.convoke.gateway.GwClient;
import org.convoke.gateway.SideBySide.Story;
import org.convoke.gateway.Told;

/** Ann is here and ben is not. */
final class GroupOfTwo implements AutoCloseable {

    private final int port;

    private final Told told = new Told();
    private final String ann = someone("ann");
    private final String ben = someone("ben");
    private GroupSnapshot group;
    private String channel;
    private Watcher member;

    GroupOfTwo(int port) {
        this.port = port;
        group = told.groupCreated(ann, "HIDDEN");
        channel = "presence:" + group.id();
        told.joined(group, ben, 2);
        member = Watcher.of(port, ann, "desk");
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> asAnn().body("members", equalTo(2)));
    }

    @Override
    public void close() {
        member.close();
        told.close();
    }

    private ValidatableResponse asAnn() {
        return given().auth()
                .oauth2(GwClient.token(ann))
                .get("/api/v1/presence/groups/" + group.id())
                .then()
                .statusCode(200);
    }

    private JsonNode sub(Watcher who, String to) {
        return who.ask("sub", GwClient.data().put("ch", to));
    }

    private static int code(JsonNode answer) {
        return answer.path("d").path("code").asInt();
    }

    @Story
    void aMemberSeesWhoOfTheGroupIsHere() {
        assertThat(sub(member, channel).path("d").path("ch").asText()).isEqualTo(channel);
        assertThat(member.isTold(ann, "ONLINE 1").path("ch").asText()).isEqualTo(channel);
        assertThat(member.told(ben)).isEmpty();
        try (GwClient phone = GwClient.signedIn(port, ben, "phone")) {
            member.isTold(ben, "ONLINE 1");
        }
        member.isTold(ben, "OFFLINE 0");
        assertThat(member.states(ben)).containsExactly("ONLINE 1", "OFFLINE 0");
    }

    @Story
    void whoJoinsIsToldOfAndWhoLeavesHearsNothingMore() {
        sub(member, channel);
        String cleo = someone("cleo");
        try (Watcher joining = Watcher.of(port, cleo, "phone")) {
            told.joined(group, cleo, 3);
            member.isTold(cleo, "ONLINE 1");
            await().until(() -> sub(joining, channel).path("t").asText().equals("ok"));
            told.left(group, cleo, 4);
            member.client().event("group:member_left", any -> true);
            member.set("BUSY");
            member.isTold(ann, "BUSY 1");
            joining.set("BUSY");
            member.isToldNothingMore(cleo, Duration.ofSeconds(1));
            assertThat(joining.states(ann)).doesNotContain("BUSY 1");
            assertThat(code(sub(joining, channel))).isEqualTo(103);
        }
    }

    @Story
    void aForeignAndAnUnknownGroupAreTheSame() {
        try (Watcher stranger = Watcher.of(port, someone("eve"), "phone")) {
            JsonNode foreign = sub(stranger, channel).path("d");
            assertThat(foreign.path("code").asInt()).isEqualTo(103);
            assertThat(sub(stranger, "presence:" + UUID.randomUUID()).path("d")).isEqualTo(foreign);
            assertThat(code(sub(stranger, "presence:chess"))).isEqualTo(102);
            assertThat(stranger.presence()).isEmpty();
        }
    }

    @Story
    void whoHasLeftTheChannelHearsNothingMore() {
        sub(member, channel);
        assertThat(code(sub(member, channel))).isEqualTo(105);
        JsonNode left = member.ask("unsub", GwClient.data().put("ch", channel));
        assertThat(left.path("t").asText()).isEqualTo("ok");
        assertThat(code(member.ask("unsub", GwClient.data().put("ch", channel))))
                .isEqualTo(102);
        try (GwClient phone = GwClient.signedIn(port, ben, "phone")) {
            member.isToldNothingMore(ben, Duration.ofSeconds(1));
        }
    }

    @Story
    void ofALargeGroupOnlyTheNumberIsTold() {
        sub(member, channel);
        for (int seq = 3; seq <= 201; seq++) {
            told.joined(group, "member-" + seq + "-" + group.id(), seq);
        }
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertCount(1, 201));
        try (GwClient phone = GwClient.signedIn(port, ben, "phone")) {
            await().untilAsserted(() -> assertCount(2, 201));
            assertThat(member.told(ben)).isEmpty();
            asAnn().body("items", empty()).body("online", equalTo(2)).body("members", equalTo(201));
            told.left(group, "member-3-" + group.id(), 202);
            member.isTold(ben, "ONLINE 1");
        }
    }

    private void assertCount(int online, int members) {
        JsonNode last = member.presence().getLast();
        assertThat(last.path("ch").asText()).isEqualTo(channel);
        assertThat(last.path("online").asInt()).isEqualTo(online);
        assertThat(last.path("members").asInt()).isEqualTo(members);
    }
}
