package org.convoke.gateway.wire.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.convoke.gateway.Told.someone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.convoke.gateway.SocketIoClient;
import org.convoke.parts.RealParts;
import org.convoke.parts.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who comes in over Socket.IO, and what is said to whoever does not. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class SignInTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    @TestHTTPResource
    URL url;

    private final String ada = someone("ada");

    @Test
    void readyFollowsTheWelcome() {
        try (SocketIoClient client = SocketIoClient.signedIn(url.getPort(), ada)) {
            assertThat(client.welcome().fieldNames()).toIterable().containsExactly("sid", "pid");
            assertThat(client.packets().get(1)).startsWith("40{");
            SocketIoClient.Event ready = client.events().getFirst();
            assertThat(ready.name()).isEqualTo("ready");
            assertThat(ready.data().path("user").asText()).isEqualTo(ada);
            assertThat(ready.data().path("channels").has("public")).isTrue();
            assertThat(ready.offset()).isPresent();
        }
    }

    enum Forgery {
        GARBAGE(101),
        EXPIRED(109),
        ALG_NONE(101),
        OF_A_STRANGER(101),
        WRONG_AUDIENCE(101),
        ID_TOKEN(101),
        ALMOST_OVER(109);

        private final int code;

        Forgery(int code) {
            this.code = code;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTokenThatIsNotGoodIsAConnectErrorThatSaysWhy(Forgery forgery) {
        try (SocketIoClient client = SocketIoClient.connect(url.getPort())) {
            client.signIn(data().put("token", forged(forgery)));
            JsonNode refusal = client.refusal();
            assertThat(refusal.path("message").asText()).contains("token");
            assertThat(refusal.path("data").path("code").asInt()).isEqualTo(forgery.code);
            assertThat(refusal.path("data").path("retry").asBoolean(true)).isFalse();
            assertThat(client.closeCode(SOON)).isEqualTo(4001);
        }
    }

    private String forged(Forgery forgery) {
        Token token = RealParts.issuer().token(ada);
        return switch (forgery) {
            case GARBAGE -> "not.a.token";
            case EXPIRED -> token.expiresIn(Duration.ofSeconds(-60)).mint();
            case ALG_NONE -> token.algNone().mint();
            case OF_A_STRANGER -> token.signedByStranger().mint();
            case WRONG_AUDIENCE -> token.audience("somebody-else").mint();
            case ID_TOKEN -> token.typ("ID").mint();
            case ALMOST_OVER -> token.expiresIn(Duration.ofSeconds(3)).mint();
        };
    }

    @Test
    void withoutATokenNobodyComesIn() {
        try (SocketIoClient client = SocketIoClient.connect(url.getPort())) {
            client.raw("40");
            assertThat(client.refusal().path("message").asText()).isEqualTo("token is missing");
            assertThat(client.refusal().path("data").path("code").asInt()).isEqualTo(101);
        }
    }

    @Test
    void whoWasRefusedMayComeWithABetterTokenOnTheSameConnection() {
        try (SocketIoClient client = SocketIoClient.connect(url.getPort())) {
            client.signIn(data().put("token", "bad"));
            client.refusal();
            client.signIn(SocketIoClient.auth(ada));
            client.event("ready", any -> true);
            await().during(Duration.ofMillis(1500)).until(client::isOpen);
        }
    }

    @Test
    void thereIsNoOtherNamespace() {
        try (SocketIoClient client = SocketIoClient.connect(url.getPort())) {
            client.raw("40/admin," + SocketIoClient.auth(ada));
            await().atMost(SOON).until(() -> client.packets().contains("44/admin,{\"message\":\"Invalid namespace\"}"));
        }
    }

    @Test
    void whoSpeaksBeforeComingInIsClosed() {
        try (SocketIoClient client = SocketIoClient.connect(url.getPort())) {
            client.raw("42[\"sub\",{\"ch\":\"public\"}]");
            assertThat(client.closeCode(SOON)).isEqualTo(4000);
        }
    }

    @Test
    void theEleventhSessionIsRefusedAndDoesNotComeAgain() {
        List<SocketIoClient> ten = IntStream.range(0, 10)
                .mapToObj(i -> SocketIoClient.signedIn(url.getPort(), ada))
                .toList();
        try (SocketIoClient client = SocketIoClient.connect(url.getPort())) {
            client.signIn(SocketIoClient.auth(ada));
            assertThat(client.refusal().path("data").path("code").asInt()).isEqualTo(4005);
        }
        assertThat(ten).allMatch(SocketIoClient::isOpen);
        ten.forEach(SocketIoClient::close);
    }

    @Test
    void whoComesBackTakesItsOwnPlace() {
        List<SocketIoClient> ten = IntStream.range(0, 10)
                .mapToObj(i -> SocketIoClient.signedIn(url.getPort(), ada))
                .toList();
        try (SocketIoClient again = ten.getFirst().again(ada)) {
            assertThat(again.hasRecovered(ten.getFirst())).isTrue();
        }
        ten.forEach(SocketIoClient::close);
    }

    @Test
    void aDeviceHasOneConnectionAndTheOlderOneIsClosedLater() {
        ObjectNode auth = SocketIoClient.auth(ada).put("device", "phone");
        try (SocketIoClient older = SocketIoClient.signedIn(url.getPort(), auth);
                SocketIoClient newer = SocketIoClient.signedIn(url.getPort(), auth)) {
            assertThat(older.event("bye", any -> true).data().path("code").asInt())
                    .isEqualTo(4204);
            // It would be back at once, and the two took turns for ever.
            await().during(Duration.ofSeconds(3)).until(older::isOpen);
            assertThat(older.isSentOut()).isFalse();
            assertThat(newer.isOpen()).isTrue();
        }
    }

    private static ObjectNode data() {
        return JsonNodeFactory.instance.objectNode();
    }
}
