package org.convoke.gateway.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.gateway.Told.someone;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.convoke.gateway.GwClient;
import org.convoke.parts.RealParts;
import org.convoke.parts.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** OpenID Connect Back-Channel Logout 1.0. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class BackchannelLogoutTest {

    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    @TestHTTPResource
    URL url;

    private final String ada = someone("ada");
    private final String atHome = UUID.randomUUID().toString();
    private final String atWork = UUID.randomUUID().toString();

    @Test
    void theSocketsOfTheLoginEndAndNoOthers() {
        try (GwClient home = signedIn(atHome, "home");
                GwClient work = signedIn(atWork, "work")) {
            logOut(logoutToken(ada).claim("sid", atHome), 200);
            assertThat(home.closeCode(TWO_SECONDS)).isEqualTo(4004);
            work.send("ping", 7, GwClient.data());
            assertThat(work.reply(7).path("t").asText()).isEqualTo("pong");
        }
    }

    @Test
    void aTokenOfTheLoginOpensNoSessionAnyMore() {
        String token = accessToken(atHome);
        logOut(logoutToken(ada).claim("sid", atHome), 200);
        try (GwClient again = GwClient.connect(url.getPort())) {
            again.send("auth", 1, GwClient.data().put("token", token).put("device", "home"));
            assertThat(again.closeCode(TWO_SECONDS)).isEqualTo(4004);
        }
        signedIn(atWork, "work").close();
    }

    @Test
    void aTokenOfTheLoginProlongsNone() {
        String token = accessToken(atHome);
        logOut(logoutToken(ada).claim("sid", atHome), 200);
        try (GwClient work = signedIn(atWork, "work")) {
            work.send("refresh", 2, GwClient.data().put("token", token));
            assertThat(work.closeCode(TWO_SECONDS)).isEqualTo(4004);
        }
    }

    @Test
    void withoutALoginAllSocketsOfThePersonEnd() {
        String eve = someone("eve");
        try (GwClient home = signedIn(atHome, "home");
                GwClient work = signedIn(atWork, "work");
                GwClient other = GwClient.signedIn(url.getPort(), eve, "phone")) {
            logOut(logoutToken(ada), 200);
            assertThat(home.closeCode(TWO_SECONDS)).isEqualTo(4004);
            assertThat(work.closeCode(TWO_SECONDS)).isEqualTo(4004);
            other.send("ping", 7, GwClient.data());
            assertThat(other.reply(7).path("t").asText()).isEqualTo("pong");
        }
    }

    static Stream<Token> badTokens() {
        return Stream.of(
                logoutToken("ada").without("events"),
                logoutToken("ada").claim("events", Map.of("http://schemas.openid.net/event/other", Map.of())),
                logoutToken("ada").claim("nonce", "n"),
                logoutToken("ada").without("sub"),
                logoutToken("ada").audience("convoke"),
                logoutToken("ada").issuer("http://stranger"),
                logoutToken("ada").signedByStranger(),
                logoutToken("ada").algNone(),
                logoutToken("ada").hmacWithPublicKey(),
                logoutToken("ada").expiresIn(Duration.ofSeconds(-30)),
                RealParts.issuer().token("ada"));
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void whatIsNoLogoutTokenOfOursIs400(Token token) {
        logOut(token, 400);
    }

    @Test
    void noTokenAtAllIs400() {
        given().formParam("other", "x")
                .post("/api/v1/backchannel-logout")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid"));
    }

    private GwClient signedIn(String login, String device) {
        GwClient client = GwClient.connect(url.getPort());
        client.send("auth", 1, GwClient.data().put("token", accessToken(login)).put("device", device));
        client.frame("ready", any -> true);
        return client;
    }

    private String accessToken(String login) {
        return RealParts.issuer().token(ada).claim("sid", login).mint();
    }

    private static Token logoutToken(String user) {
        return RealParts.issuer()
                .token(user)
                .typ("Logout")
                .audience("web")
                .without("azp")
                .claim("events", Map.of(EVENT, Map.of()));
    }

    private static void logOut(Token token, int status) {
        given().formParam("logout_token", token.mint())
                .post("/api/v1/backchannel-logout")
                .then()
                .statusCode(status);
    }
}
