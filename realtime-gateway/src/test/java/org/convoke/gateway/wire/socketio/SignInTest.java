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
import java.util.stream.Stream;
import org.convoke.gateway.SocketIoClient;
import org.convoke.parts.RealParts;
import org.convoke.parts.Token;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

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

    /** All are refused before the first of them is closed, which takes a second. */
    @TestFactory
    Stream<DynamicTest> aTokenThatIsNotGoodIsAConnectErrorThatSaysWhy() {
        return Stream.of(Forgery.values()).map(this::refused).toList().stream();
    }

    private DynamicTest refused(Forgery forgery) {
        SocketIoClient client = SocketIoClient.connect(url.getPort());
        client.signIn(data().put("token", forged(forgery)));
        return DynamicTest.dynamicTest(forgery.name(), () -> isToldWhy(client, forgery));
    }

    private static void isToldWhy(SocketIoClient client, Forgery forgery) {
        try (client) {
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

    private static ObjectNode data() {
        return JsonNodeFactory.instance.objectNode();
    }
}
