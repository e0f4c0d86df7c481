package org.convoke.gateway.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.convoke.gateway.Told.someone;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.convoke.events.GroupEvent.MemberRemoved;
import org.convoke.events.GroupSnapshot;
import org.convoke.events.InvitationEvent.InvitationSent;
import org.convoke.events.InvitationSnapshot;
import org.convoke.events.Topic;
import org.convoke.gateway.GwClient;
import org.convoke.gateway.Told;
import org.convoke.parts.RealParts;
import org.convoke.parts.Redis;
import org.convoke.parts.RedisCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The essential story, with the shards spread over three servers, one of which is killed, and a slot that moves. */
@QuarkusTest
@TestProfile(OnACluster.class)
class ClusterTest {

    @TestHTTPResource
    URL url;

    private final Told told = new Told();
    private final RedisCluster cluster = RealParts.redisCluster();
    private final List<GwClient> clients = new ArrayList<>();
    private final String owner = someone("owner");

    @AfterEach
    void silence() {
        clients.forEach(GwClient::close);
        told.close();
    }

    @Test
    void anEventOfAGroupReachesItsMembersOnAllServersAndNobodyWhoWasRemoved() {
        List<String> members = cluster.nodes().stream().map(this::somebodyOn).toList();
        GroupSnapshot group = told.groupCreated(owner, "PRIVATE");
        IntStream.range(0, 3).forEach(i -> told.joined(group, members.get(i), i + 2));
        List<GwClient> phones = members.stream().map(this::connect).toList();
        told.joined(group, "dora", 5);
        phones.forEach(phone -> phone.event("group:member_joined", of("userId", "dora")));

        String removed = members.getFirst();
        told.about(group, 6, new MemberRemoved(group.id(), group.name(), owner, removed, 4));
        told.joined(group, "emil", 7);
        phones.stream().skip(1).forEach(phone -> phone.event("group:member_joined", of("userId", "emil")));
        phones.getFirst().frame("evt", data -> data.path("n").asText().contains("removed"));
        assertThat(phones.getFirst().events("group:member_joined"))
                .noneMatch(event -> event.path("p").path("userId").asText().equals("emil"));
    }

    @Test
    void whoComesBackGetsWhatSheMissedAndHerInboxCounts() {
        for (Redis node : cluster.nodes()) {
            String ann = somebodyOn(node);
            GwClient phone = connect(ann);
            InvitationSnapshot first = told.invited(owner, ann);
            String cursor =
                    phone.event("invitation:received", of(first)).path("cur").asText();
            phone.cut();
            InvitationSnapshot second = told.invited(owner, ann);
            GwClient again = GwClient.signedIn(url.getPort(), ann, "phone", cursor, Map.of());
            clients.add(again);
            again.event("invitation:received", of(second));
            assertThat(again.events("invitation:received")).hasSize(1);

            given().auth()
                    .oauth2(GwClient.token(ann))
                    .contentType(ContentType.JSON)
                    .get("/api/v1/notifications/summary")
                    .then()
                    .body("unread", equalTo(2));
        }
    }

    @Test
    void whoSharesAGroupSeesOthersComeAndGo() {
        List<String> members = cluster.nodes().stream().map(this::somebodyOn).toList();
        GroupSnapshot group = told.groupCreated(owner, "PRIVATE");
        IntStream.range(0, 3).forEach(i -> told.joined(group, members.get(i), i + 2));
        GwClient watcher = connect(owner);
        told.joined(group, "dora", 5);
        watcher.event("group:member_joined", of("userId", "dora"));
        var watch = GwClient.data();
        members.forEach(watch.putArray("watch")::add);
        watcher.send("presence", 7, watch);
        List<GwClient> phones = members.stream().map(this::connect).toList();
        members.forEach(member -> watcher.frame("presence", isHere(member, "ONLINE")));
        phones.getLast().cut();
        int before = watcher.frames().size();
        await().until(() -> watcher.frames().stream()
                .skip(before - 1L)
                .anyMatch(frame -> isHere(members.getLast(), "OFFLINE").test(frame.path("d"))));
    }

    @Test
    void theSweepMovesTheWatermarksOfAllShardsOnAllServers() {
        InvitationSnapshot invitation =
                Told.anInvitation(owner, somebodyOn(cluster.nodes().getFirst()), "PENDING");
        RecordMetadata at =
                told.tell(Topic.INVITATIONS, invitation.id().toString(), 1, new InvitationSent(invitation, false));
        await().untilAsserted(() -> assertThat(shardsThatReached(at)).isEqualTo(StreamName.shards()));
    }

    @Test
    void aServerThatIsKilledKeepsSocketsOpenAndLosesNothing() {
        List<String> people = cluster.nodes().stream().map(this::somebodyOn).toList();
        List<GwClient> phones = people.stream().map(this::connect).toList();
        for (Redis node : cluster.nodes().subList(0, 2)) {
            node.kill();
            List<InvitationSnapshot> during =
                    people.stream().map(person -> told.invited(owner, person)).toList();
            node.restart();
            for (int i = 0; i < phones.size(); i++) {
                phones.get(i).event("invitation:received", of(during.get(i)));
            }
        }
        List<InvitationSnapshot> after =
                people.stream().map(person -> told.invited(owner, person)).toList();
        for (int i = 0; i < phones.size(); i++) {
            phones.get(i).event("invitation:received", of(after.get(i)));
            assertThat(phones.get(i).events("invitation:received")).hasSize(3);
        }
    }

    @Test
    void whileASlotMovesItsEventsWaitAndKeepTheirOrder() {
        String ann = somebodyOn(cluster.nodes().getFirst());
        GwClient phone = connect(ann);
        List<String> sent = new ArrayList<>();
        Runnable tell = () -> IntStream.range(0, 20)
                .forEach(i -> sent.add(told.invited(owner, ann).id().toString()));
        tell.run();
        phone.event("invitation:received", of("invitation", sent.getLast()));
        cluster.move(slotOf(ann), cluster.nodes().getLast(), () -> {
            tell.run();
            // Longer than a call waits.
            await().during(Duration.ofSeconds(4))
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> phone.events("invitation:received").size() == 20);
        });
        tell.run();
        phone.event("invitation:received", of("invitation", sent.getLast()));
        List<JsonNode> heard = phone.events("invitation:received");
        assertThat(heard)
                .extracting(
                        event -> event.path("p").path("invitation").path("id").asText())
                .containsExactlyInAnyOrderElementsOf(sent);
        assertThat(heard)
                .extracting(event -> event.path("s").asLong())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 60).boxed().toList());
    }

    private GwClient connect(String user) {
        GwClient client = GwClient.signedIn(url.getPort(), user, "phone");
        clients.add(client);
        return client;
    }

    /** Somebody whose inbox is on that server. */
    private String somebodyOn(Redis node) {
        return Stream.generate(() -> someone("ann"))
                .filter(user -> cluster.owner(slotOf(user)).port() == node.port())
                .findFirst()
                .orElseThrow();
    }

    private int slotOf(String user) {
        return cluster.slot(StreamName.inbox(user).tag());
    }

    private long shardsThatReached(RecordMetadata at) {
        Set<Integer> reached = new HashSet<>();
        for (int shard = 0; shard < StreamName.shards(); shard++) {
            String tag = StreamName.tag(shard);
            List<?> marks = (List<?>) RedisCluster.ask(cluster.owner(cluster.slot(tag)), "HGETALL", "gw:" + tag + ":w");
            for (int i = 0; i < marks.size(); i += 2) {
                if (isOf(at, (String) marks.get(i)) && Long.parseLong((String) marks.get(i + 1)) >= at.offset()) {
                    reached.add(shard);
                }
            }
        }
        return reached.size();
    }

    private static boolean isOf(RecordMetadata at, String mark) {
        return mark.endsWith(":" + at.partition());
    }

    private static java.util.function.Predicate<JsonNode> isHere(String user, String state) {
        return data -> data.path("user").asText().equals(user)
                && data.path("state").asText().equals(state);
    }

    private static java.util.function.Predicate<JsonNode> of(InvitationSnapshot invitation) {
        return of("invitation", invitation.id().toString());
    }

    private static java.util.function.Predicate<JsonNode> of(String field, String id) {
        return payload -> field.equals("invitation")
                ? payload.path("invitation").path("id").asText().equals(id)
                : payload.path(field).asText().equals(id);
    }
}
