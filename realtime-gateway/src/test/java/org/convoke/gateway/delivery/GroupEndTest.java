package org.convoke.gateway.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.convoke.gateway.Told.someone;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convoke.events.GroupEvent.GroupDeleted;
import org.convoke.events.GroupEvent.GroupUpdated;
import org.convoke.events.GroupSnapshot;
import org.convoke.events.InvitationSnapshot;
import org.convoke.gateway.GwClient;
import org.convoke.gateway.Told;
import org.convoke.gateway.stream.StreamName;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A group that is deleted, or public no more: what may still be heard of it. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class GroupEndTest {

    @TestHTTPResource
    URL url;

    @Inject
    RedisDataSource redis;

    @Inject
    Pod pod;

    private final Told told = new Told();
    private final String ann = someone("ann");
    private final String ben = someone("ben");

    @AfterEach
    void silence() {
        told.close();
    }

    @Test
    void aDeletedGroupSaysGoodbyeAndNothingMore() {
        GroupSnapshot group = told.groupCreated(ann, "PRIVATE");
        try (GwClient owner = connect(ann);
                GwClient member = connect(ben);
                GwClient outsider = connect(someone("cleo"))) {
            told.joined(group, ben, 2);
            member.frame("joined", data -> true);
            told.about(group, 3, new GroupDeleted(group.id(), "Chess", ann));
            told.forgotten(group, ann, 3);
            told.forgotten(group, ben, 3);
            for (GwClient each : List.of(owner, member)) {
                each.event("group:deleted", payload -> of(group, payload));
            }
            told.about(group, 4, new GroupUpdated(group, ann, List.of("name")));
            barrier(member, ben);
            assertThat(member.events("group:updated")).isEmpty();
            assertThat(member.events("group:deleted")).hasSize(1);
            assertThat(outsider.events("group:deleted")).isEmpty();
            member.send("sub", 7, GwClient.data().put("ch", "g:" + group.id()));
            assertThat(member.reply(7).path("d").path("code").asInt()).isEqualTo(103);
        }
    }

    @Test
    void aLostWakeUpDelaysTheGoodbyeAndDoesNotSwallowIt() {
        try (GwClient owner = connect(ann)) {
            GroupSnapshot group = told.groupCreated(ann, "PRIVATE");
            owner.event("group:activity", any -> true);
            redis.set(String.class).srem(StreamName.group(group.id()).podsKey(), pod.id());
            told.about(group, 2, new GroupDeleted(group.id(), "Chess", ann));
            told.forgotten(group, ann, 2);
            owner.event("group:deleted", payload -> of(group, payload));
        }
    }

    @Test
    void whoWasAwayHearsTheGoodbyeOnComingBackEvenBehindTheTombstones() {
        GroupSnapshot group = told.groupCreated(ann, "PRIVATE");
        told.joined(group, ben, 2);
        String channel = "g:" + group.id();
        String cursor;
        try (GwClient member = connect(ben)) {
            told.about(group, 3, new GroupUpdated(group, ann, List.of("name")));
            cursor = member.event("group:updated", payload -> of(group, payload))
                    .path("cur")
                    .asText();
        }
        told.about(group, 4, new GroupDeleted(group.id(), "Chess", ann));
        told.forgotten(group, ann, 4);
        told.forgotten(group, ben, 4);
        try (GwClient owner = connect(ann)) {
            barrier(owner, ann);
        }
        String end;
        try (GwClient back = GwClient.signedIn(url.getPort(), ben, "phone", null, Map.of(channel, cursor))) {
            end = back.event("group:deleted", payload -> of(group, payload))
                    .path("cur")
                    .asText();
            back.frame("resumed", data -> data.path("ch").asText().equals(channel));
        }
        try (GwClient again = GwClient.signedIn(url.getPort(), ben, "phone", null, Map.of(channel, end))) {
            assertThat(again.frame("ready", any -> true).path("refused").path(0).asText())
                    .isEqualTo(channel);
        }
    }

    @Test
    void theReplayOfPublicLeavesOutAGroupThatIsPublicNoMore() {
        String before = readPublic("", "cursor");
        GroupSnapshot kept = told.groupCreated(ann, "PUBLIC");
        GroupSnapshot hidden = told.groupCreated(ann, "PUBLIC");
        GroupSnapshot deleted = told.groupCreated(ann, "PUBLIC");
        try (GwClient member = connect(ann)) {
            for (GroupSnapshot each : List.of(kept, hidden, deleted)) {
                member.event("group:created", payload -> ofCreated(each, payload));
            }
            told.about(hidden, 2, new GroupUpdated(as(hidden, "PRIVATE"), ann, List.of("visibility")));
            told.about(deleted, 2, new GroupDeleted(deleted.id(), "Chess", ann));
            member.event("group:deleted", payload -> of(deleted, payload));
            member.event("group:updated", payload -> of(hidden, payload));
        }
        await().untilAsserted(
                        () -> assertThat(announced(before)).contains(id(kept)).doesNotContain(id(hidden), id(deleted)));
        told.about(hidden, 3, new GroupUpdated(hidden, ann, List.of("visibility")));
        await().untilAsserted(() -> assertThat(announced(before)).contains(id(kept), id(hidden)));
        assertThat(publicSequence(before)).isSorted().doesNotHaveDuplicates();
    }

    private List<String> announced(String cursor) {
        List<String> groups = readPublic("&cursor=" + cursor, "items.p.group.id");
        return groups.stream().filter(Objects::nonNull).toList();
    }

    /** Each number follows the one before it. */
    private List<Integer> publicSequence(String cursor) {
        List<Integer> sequence = readPublic("&cursor=" + cursor, "items.s");
        assertThat(sequence.getLast() - sequence.getFirst()).isEqualTo(sequence.size() - 1);
        return sequence;
    }

    private <T> T readPublic(String query, String field) {
        return given().auth()
                .oauth2(GwClient.token(ben))
                .get("/api/v1/events?ch=public" + query)
                .then()
                .statusCode(200)
                .extract()
                .path(field);
    }

    private void barrier(GwClient client, String user) {
        InvitationSnapshot later = told.invited(someone("host"), user);
        client.event(
                "invitation:received",
                payload -> payload.path("invitation")
                        .path("id")
                        .asText()
                        .equals(later.id().toString()));
    }

    private static GroupSnapshot as(GroupSnapshot group, String visibility) {
        return new GroupSnapshot(
                group.id(),
                group.name(),
                group.description(),
                visibility,
                group.joinPolicy(),
                group.whoMayInvite(),
                group.capacity(),
                group.memberCount(),
                group.archived(),
                group.metadata(),
                group.createdBy(),
                group.createdAt());
    }

    private static String id(GroupSnapshot group) {
        return group.id().toString();
    }

    private static boolean of(GroupSnapshot group, JsonNode payload) {
        return payload.path("groupId").asText().equals(id(group));
    }

    private static boolean ofCreated(GroupSnapshot group, JsonNode payload) {
        return payload.path("group").path("id").asText().equals(id(group));
    }

    private GwClient connect(String user) {
        return GwClient.signedIn(url.getPort(), user, "device-of-" + user);
    }
}
