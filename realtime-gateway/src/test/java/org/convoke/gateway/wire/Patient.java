package org.convoke.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.convoke.gateway.Told.someone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.convoke.gateway.GwClient;
import org.convoke.gateway.SideBySide.Story;
import org.convoke.gateway.SocketIoClient;
import org.convoke.gateway.Told;
import org.convoke.parts.RealParts;

/** Ada waits for what comes only after a time. */
final class Patient implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final int port;
    private final Told told = new Told();
    private final String ada = someone("ada");

    Patient(int port) {
        this.port = port;
    }

    @Override
    public void close() {
        told.close();
    }

    @Story
    void whoDoesNotSignInIsClosedWith4001() {
        try (GwClient client = GwClient.connect(port)) {
            client.send("ping", 7, GwClient.data());
            client.send("sub", 8, GwClient.data().put("ch", "public"));
            client.reply(7);
            assertThat(code(client.reply(8))).isEqualTo(101);
            assertThat(client.closeCode(Duration.ofSeconds(13))).isEqualTo(4001);
        }
    }

    @Story
    void theSocketOfAnExpiredTokenIsClosedWithin5Seconds() {
        String token =
                RealParts.issuer().token(ada).expiresIn(Duration.ofSeconds(8)).mint();
        try (GwClient client = GwClient.connect(port)) {
            client.send("auth", 1, GwClient.data().put("token", token).put("device", "phone"));
            client.frame("token.expiring", any -> true);
            assertThat(client.closeCode(Duration.ofSeconds(13))).isEqualTo(4100);
        }
    }

    @Story
    void theConnectionOfAnExpiredTokenIsClosedWithin5Seconds() {
        String token =
                RealParts.issuer().token(ada).expiresIn(Duration.ofSeconds(8)).mint();
        try (SocketIoClient client =
                SocketIoClient.signedIn(port, GwClient.data().put("token", token))) {
            client.event("token.expiring", any -> true);
            assertThat(client.closeCode(Duration.ofSeconds(13))).isEqualTo(4100);
            assertThat(client.isSentOut()).isFalse();
            assertThat(client.event("bye", any -> true).data().path("code").asInt())
                    .isEqualTo(4100);
        }
    }

    @Story
    void aFreshTokenProlongsAndAnothersEndsTheSession() {
        String brief =
                RealParts.issuer().token(ada).expiresIn(Duration.ofSeconds(8)).mint();
        try (SocketIoClient client =
                SocketIoClient.signedIn(port, GwClient.data().put("token", brief))) {
            client.ask("refresh", GwClient.data().put("token", GwClient.token(ada)));
            await().during(Duration.ofSeconds(9)).atMost(Duration.ofSeconds(10)).until(client::isOpen);
            client.emit("refresh", GwClient.data().put("token", GwClient.token(someone("eve"))));
            await().atMost(SOON).until(client::isSentOut);
            assertThat(client.closeCode(SOON)).isEqualTo(4003);
        }
    }

    @Story
    void aDeviceHasOneConnectionAndTheOlderOneIsClosedLater() {
        ObjectNode auth = SocketIoClient.auth(ada).put("device", "phone");
        try (SocketIoClient older = SocketIoClient.signedIn(port, auth);
                SocketIoClient newer = SocketIoClient.signedIn(port, auth)) {
            assertThat(older.event("bye", any -> true).data().path("code").asInt())
                    .isEqualTo(4204);
            // It would be back at once, and the two took turns for ever.
            await().during(Duration.ofSeconds(3)).until(older::isOpen);
            assertThat(older.isSentOut()).isFalse();
            assertThat(newer.isOpen()).isTrue();
        }
    }

    @Story
    void whoWasRefusedMayComeWithABetterTokenOnTheSameConnection() {
        try (SocketIoClient client = SocketIoClient.connect(port)) {
            client.signIn(GwClient.data().put("token", "bad"));
            client.refusal();
            client.signIn(SocketIoClient.auth(ada));
            client.event("ready", any -> true);
            await().during(Duration.ofMillis(1500)).until(client::isOpen);
        }
    }

    @Story
    void aHundredWishesAreTheMost() {
        List<String> channels = IntStream.range(0, 101)
                .mapToObj(i -> "g:" + told.groupCreated(ada, "PRIVATE").id())
                .toList();
        try (GwClient client = GwClient.signedIn(port, ada, "phone")) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            client.frame("ready", any -> true).path("channels").size()
                                            + client.frames().stream()
                                                    .filter(frame -> frame.path("t")
                                                            .asText()
                                                            .equals("joined"))
                                                    .count()
                                    >= 102);
            assertThat(each(client, "unsub", 1000, channels)).containsOnly("ok");
            assertThat(each(client, "sub", 2000, channels.subList(0, 100))).containsOnly("ok");
            assertThat(each(client, "sub", 3000, channels.subList(100, 101))).containsOnly("err");
            assertThat(code(client.reply(3000))).isEqualTo(106);
            client.send(
                    "sub",
                    3001,
                    GwClient.data().put("ch", "presence:" + channels.getFirst().substring(2)));
            assertThat(code(client.reply(3001))).isEqualTo(106);
            assertThat(each(client, "unsub", 4000, channels.subList(0, 1))).containsOnly("ok");
            assertThat(each(client, "sub", 5000, channels.subList(100, 101))).containsOnly("ok");
        }
    }

    /** The replies to one frame for each channel, at the pace that is allowed. */
    private static List<String> each(GwClient client, String type, int id, List<String> channels) {
        return IntStream.range(0, channels.size())
                .mapToObj(i -> {
                    await().pollDelay(Duration.ofMillis(55)).until(() -> true);
                    client.send(type, id + i, GwClient.data().put("ch", channels.get(i)));
                    return client.reply(id + i).path("t").asText();
                })
                .toList();
    }

    private static int code(JsonNode frame) {
        return frame.path("d").path("code").asInt();
    }
}
