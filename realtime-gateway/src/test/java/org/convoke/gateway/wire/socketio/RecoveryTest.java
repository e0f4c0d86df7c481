package org.convoke.gateway.wire.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.convoke.gateway.Told.someone;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.XTrimArgs;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.convoke.events.GroupEvent.GroupDeleted;
import org.convoke.events.GroupSnapshot;
import org.convoke.events.InvitationSnapshot;
import org.convoke.gateway.GwClient;
import org.convoke.gateway.SocketIoClient;
import org.convoke.gateway.Told;
import org.convoke.gateway.stream.StreamName;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client that is told it has recovered has missed nothing on any channel, and hears nothing twice. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class RecoveryTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @TestHTTPResource
    URL url;

    @Inject
    RedisDataSource redis;

    private final Told told = new Told();
    private final String ada = someone("ada");
    /** What she hears elsewhere has happened. */
    private GwClient twin;

    @BeforeEach
    void open() {
        twin = GwClient.signedIn(url.getPort(), ada, "twin");
    }

    @AfterEach
    void close() {
        twin.close();
        told.close();
    }

    @Test
    void whatHappenedMeanwhileOnEveryChannelComesOnceAndBeforeWhatIsNew() {
        GroupSnapshot chess = told.groupCreated(ada, "PRIVATE");
        GroupSnapshot go = told.groupCreated(ada, "PRIVATE");
        SocketIoClient before = in(chess, go);
        told.joined(chess, "bob", 2);
        before.event("group:member_joined", of("bob"));
        InvitationSnapshot seen = told.invited("host", ada);
        before.event("invitation:received", of(seen));
        before.cut();

        told.joined(chess, "carol", 3);
        told.joined(go, "dave", 2);
        List<InvitationSnapshot> missed =
                IntStream.range(0, 60).mapToObj(i -> told.invited("host", ada)).toList();
        GroupSnapshot open = told.groupCreated("host", "PUBLIC");
        twin.event("invitation:received", of(missed.getLast()));
        twin.event("group:member_joined", of("dave"));
        twin.event("notification:group_created", of(open));

        try (SocketIoClient after = before.again(ada)) {
            assertThat(after.hasRecovered(before)).isTrue();
            InvitationSnapshot live = told.invited("host", ada);
            after.event("invitation:received", of(live));
            after.event("group:member_joined", of("carol"));
            after.event("group:member_joined", of("dave"));
            after.event("notification:group_created", of(open));
            assertThat(invitations(after))
                    .startsWith(
                            missed.stream().map(each -> each.id().toString()).toArray(String[]::new))
                    .endsWith(live.id().toString())
                    .hasSize(61);
            assertThat(after.events("group:member_joined")).hasSize(2);
        }
    }

    /** Whoever hears of nothing has a position too. */
    @Test
    void whoHeardNothingYetRecoversToo() {
        SocketIoClient before = SocketIoClient.signedIn(url.getPort(), ada);
        before.cut();
        InvitationSnapshot missed = told.invited("host", ada);
        try (SocketIoClient after = before.again(ada)) {
            assertThat(after.hasRecovered(before)).isTrue();
            after.event("invitation:received", of(missed));
        }
    }

    @Test
    void aConnectionThatIsCutAgainAndAgainMissesNothing() {
        GroupSnapshot chess = told.groupCreated(ada, "PRIVATE");
        SocketIoClient current = in(chess);
        SocketIoClient first = current;
        List<String> heard = new ArrayList<>();
        for (int round = 0; round < 10; round++) {
            told.joined(chess, "guest-" + round, 2 + round);
            InvitationSnapshot invitation = told.invited("host", ada);
            if (round % 2 == 0) {
                current.event("invitation:received", of(invitation));
            }
            current.cut();
            heard.addAll(names(current));
            current = current.again(ada);
            assertThat(current.hasRecovered(first)).isTrue();
        }
        SocketIoClient last = current;
        told.joined(chess, "the-end", 12);
        InvitationSnapshot end = told.invited("host", ada);
        last.event("group:member_joined", of("the-end"));
        last.event("invitation:received", of(end));
        heard.addAll(names(last));
        last.close();
        assertThat(heard).doesNotHaveDuplicates();
        assertThat(heard.stream().filter(each -> each.startsWith("group:member_joined")))
                .hasSize(11);
        assertThat(heard.stream().filter(each -> each.startsWith("invitation:received")))
                .hasSize(11);
    }

    private static List<String> names(SocketIoClient client) {
        return client.events().stream()
                .filter(each -> each.offset().isPresent() && each.data().has("eventId"))
                .map(each -> each.name() + " " + each.data().path("eventId").asText())
                .toList();
    }

    @Test
    void aPositionThatIsGoneIsNoRecovery() {
        GroupSnapshot chess = told.groupCreated(ada, "PRIVATE");
        SocketIoClient before = in(chess);
        told.joined(chess, "bob", 2);
        before.event("group:member_joined", of("bob"));
        before.cut();
        StreamName stream = StreamName.group(chess.id());
        told.joined(chess, "carol", 3);
        told.joined(chess, "dave", 4);
        twin.event("group:member_joined", of("dave"));
        redis.stream(String.class).xtrim("gw:" + stream.tag() + ":s:" + stream, new XTrimArgs().maxlen(1));

        try (SocketIoClient after = before.again(ada)) {
            assertThat(after.hasRecovered(before)).isFalse();
            JsonNode ready = after.event("ready", any -> true).data();
            assertThat(ready.path("resets").path(stream.value()).asText()).isEqualTo("trimmed");
            told.joined(chess, "erin", 5);
            after.event("group:member_joined", of("erin"));
            after.cut();
            try (SocketIoClient last = after.again(ada)) {
                assertThat(last.hasRecovered(after)).isTrue();
            }
        }
    }

    @Test
    void aGroupJoinedMeanwhileIsHeardFromTheJoiningOn() {
        SocketIoClient before = SocketIoClient.signedIn(url.getPort(), ada);
        before.cut();
        GroupSnapshot chess = told.groupCreated("host", "PRIVATE");
        told.joined(chess, "early", 2);
        told.joined(chess, ada, 3);
        told.joined(chess, "late", 4);
        twin.event("group:member_joined", of("late"));
        try (SocketIoClient after = before.again(ada)) {
            assertThat(after.hasRecovered(before)).isTrue();
            after.event("group:member_joined", of("late"));
            assertThat(after.events("group:member_joined"))
                    .extracting(each -> each.data().path("userId").asText())
                    .containsExactly(ada, "late");
        }
    }

    @Test
    void theBeginningOfAGroupThatIsGoneIsNoRecovery() {
        SocketIoClient before = SocketIoClient.signedIn(url.getPort(), ada);
        before.cut();
        GroupSnapshot chess = told.groupCreated("host", "PRIVATE");
        told.joined(chess, ada, 2);
        told.joined(chess, "late", 3);
        twin.event("group:member_joined", of("late"));
        StreamName stream = StreamName.group(chess.id());
        redis.key().del("gw:" + stream.tag() + ":s:" + stream);
        try (SocketIoClient after = before.again(ada)) {
            assertThat(after.hasRecovered(before)).isFalse();
        }
    }

    @Test
    void theEndOfAGroupIsHeardAfterwards() {
        GroupSnapshot chess = told.groupCreated(ada, "PRIVATE");
        SocketIoClient before = in(chess);
        before.cut();
        told.about(chess, 2, new GroupDeleted(chess.id(), chess.name(), ada));
        twin.event("group:deleted", any -> true);
        try (SocketIoClient after = before.again(ada)) {
            assertThat(after.hasRecovered(before)).isTrue();
            after.event("group:deleted", any -> true);
        }
    }

    @Test
    void aChannelThatSheLeftStaysLeft() {
        GroupSnapshot chess = told.groupCreated(ada, "PRIVATE");
        GroupSnapshot go = told.groupCreated(ada, "PRIVATE");
        SocketIoClient before = in(chess, go);
        assertThat(before.ask("unsub", GwClient.data().put("ch", "g:" + chess.id()))
                        .path("ok")
                        .asBoolean())
                .isTrue();
        before.event("position", any -> true);
        before.cut();
        told.joined(chess, "bob", 2);
        try (SocketIoClient after = before.again(ada)) {
            assertThat(after.hasRecovered(before)).isTrue();
            told.joined(chess, "carol", 3);
            told.joined(go, "dave", 2);
            after.event("group:member_joined", of("dave"));
            await().during(Duration.ofMillis(500))
                    .until(() -> after.events("group:member_joined").size() == 1);
        }
    }

    @Test
    void nobodyRecoversWhereAnotherLeftOff() {
        SocketIoClient before = SocketIoClient.signedIn(url.getPort(), ada);
        before.cut();
        try (SocketIoClient after = before.again(someone("eve"))) {
            assertThat(after.hasRecovered(before)).isFalse();
        }
    }

    @Test
    void anOffsetThatIsNoneIsNoRecovery() {
        SocketIoClient before = SocketIoClient.signedIn(url.getPort(), ada);
        before.cut();
        for (String offset : List.of("", "nonsense", "u:00000000.999999999.ffffffff", "u:1.2;p:x", "1700000000000-0")) {
            try (SocketIoClient after = SocketIoClient.signedIn(
                    url.getPort(),
                    SocketIoClient.auth(ada).put("pid", before.pid()).put("offset", offset))) {
                assertThat(after.hasRecovered(before)).as(offset).isFalse();
            }
        }
    }

    @Test
    void whatADeviceAcknowledgedDoesNotComeAgain() {
        InvitationSnapshot first = told.invited("host", ada);
        Map<String, String> phone = Map.of("device", "phone");
        try (SocketIoClient client = device(phone)) {
            String offset =
                    client.event("invitation:received", of(first)).offset().orElseThrow();
            assertThat(client.ask("ack", GwClient.data().put("cur", offset))
                            .path("ok")
                            .asBoolean())
                    .isTrue();
        }
        InvitationSnapshot second = told.invited("host", ada);
        try (SocketIoClient client = device(phone)) {
            client.event("invitation:received", of(second));
            assertThat(invitations(client)).containsExactly(second.id().toString());
        }
    }

    /** Their positions would be most of what is said. */
    @Test
    void overAHundredChannelsNothingIsRecovered() {
        List<GroupSnapshot> groups = IntStream.range(0, 101)
                .mapToObj(i -> told.groupCreated(ada, "PRIVATE"))
                .toList();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> twin.events("group:created").size() == 101);
        SocketIoClient before = in(groups.toArray(GroupSnapshot[]::new));
        told.joined(groups.getLast(), "bob", 2);
        before.event("group:member_joined", of("bob"));
        assertThat(before.offset()).isNull();
        before.cut();
        try (SocketIoClient after = before.again(ada)) {
            assertThat(after.hasRecovered(before)).isFalse();
            told.joined(groups.getFirst(), "carol", 2);
            after.event("group:member_joined", of("carol"));
        }
    }

    private SocketIoClient device(Map<String, String> more) {
        var auth = SocketIoClient.auth(ada);
        more.forEach(auth::put);
        return SocketIoClient.signedIn(url.getPort(), auth);
    }

    /** Signed in, and hearing the groups. */
    private SocketIoClient in(GroupSnapshot... groups) {
        SocketIoClient client = SocketIoClient.signedIn(url.getPort(), ada);
        for (GroupSnapshot group : groups) {
            String channel = "g:" + group.id();
            await().atMost(SOON)
                    .pollDelay(Duration.ZERO)
                    .until(() -> client.events("ready")
                                    .getFirst()
                                    .data()
                                    .path("channels")
                                    .has(channel)
                            || client.events("joined").stream()
                                    .anyMatch(each ->
                                            each.data().path("ch").asText().equals(channel)));
        }
        return client;
    }

    private static List<String> invitations(SocketIoClient client) {
        return client.events("invitation:received").stream()
                .map(each -> each.data().path("invitation").path("id").asText())
                .toList();
    }

    private static Predicate<JsonNode> of(InvitationSnapshot invitation) {
        return payload -> payload.path("invitation")
                .path("id")
                .asText()
                .equals(invitation.id().toString());
    }

    private static Predicate<JsonNode> of(GroupSnapshot group) {
        return payload ->
                payload.path("group").path("id").asText().equals(group.id().toString());
    }

    private static Predicate<JsonNode> of(String member) {
        return payload -> payload.path("userId").asText().equals(member);
    }
}
