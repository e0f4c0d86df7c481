package org.convoke.groups.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.convoke.groups.Someone;
import org.convoke.parts.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TokenTest {

    @Test
    void aGoodTokenIsTaken() {
        asks(good().mint(), 200);
    }

    @Test
    void noTokenIsRefused() {
        given().get("/api/v1/groups")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", equalTo("Bearer"))
                .body("code", equalTo("unauthenticated"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "a.b.c", "eyJhbGciOiJSUzI1NiJ9.e30.AAAA", ".", "..", "eyJhbGciOiJSUzI1NiJ9..x"})
    void garbageIsRefused(String garbage) {
        asks(garbage, 401);
    }

    @Test
    void anExpiredTokenIsRefused() {
        asks(good().expiresIn(Duration.ofSeconds(-60)).mint(), 401);
    }

    @Test
    void aTokenOfTheFutureIsRefused() {
        long inAnHour = System.currentTimeMillis() / 1000 + 3600;
        asks(good().claim("nbf", inAnHour).mint(), 401);
    }

    @Test
    void anUnsignedTokenIsRefused() {
        asks(good().algNone().mint(), 401);
    }

    @Test
    void aTokenSignedWithThePublicKeyAsASecretIsRefused() {
        asks(good().hmacWithPublicKey().mint(), 401);
    }

    @Test
    void aTokenOfAStrangerIsRefused() {
        asks(good().signedByStranger().mint(), 401);
        asks(good().issuer("https://elsewhere.example").mint(), 401);
    }

    @Test
    void aTokenForSomebodyElseIsRefused() {
        asks(good().audience("account").mint(), 401);
        asks(good().without("aud").mint(), 401);
        asks(good().audience("account", "convoke").mint(), 200);
    }

    @Test
    void whatIsNoAccessTokenIsRefused() {
        for (String typ : List.of("ID", "Refresh", "Offline")) {
            asks(good().typ(typ).mint(), 401);
        }
        asks(good().without("typ").mint(), 401);
    }

    @Test
    void aTokenOfNobodyIsRefused() {
        asks(good().without("sub").mint(), 401);
    }

    @Test
    void headersDoNotSayWhoCalls() {
        Someone ann = Someone.called("Ann");
        ann.request()
                .header("X-User-Id", "mallory")
                .header("X-Forwarded-User", "mallory")
                .get("/api/v1/people/me")
                .then()
                .body("id", equalTo(ann.id()));
    }

    private static Token good() {
        return Someone.tokenOf(UUID.randomUUID().toString(), "Ann");
    }

    private static void asks(String token, int status) {
        var answer =
                given().auth().oauth2(token).get("/api/v1/people/me").then().statusCode(status);
        if (status == 401) {
            answer.contentType("application/problem+json")
                    .header("WWW-Authenticate", startsWith("Bearer"))
                    .body("code", equalTo("unauthenticated"))
                    .body("status", equalTo(401))
                    .body("instance", equalTo("/api/v1/people/me"));
        }
    }
}
