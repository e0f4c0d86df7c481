package org.convoke.gateway.web;

import static io.restassured.RestAssured.given;
import static io.restassured.config.DecoderConfig.decoderConfig;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.convoke.parts.RealParts;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class PageDoorTest {

    private static final String SCRIPT = "/assets/app-1a2b3c4d.js";

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    String issuer;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/groups/123", "/people/a.dotted.id", "/apiary", "/wsx"})
    void thePageIsShownAtEveryPathThatIsItsOwn(String path) {
        isProtected(given().get(path).then().statusCode(200))
                .contentType("text/html")
                .header("Cache-Control", "no-cache")
                .body(containsString("The page of the tests"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/x", "/api", "/q/health", "/q", "/ws/v2", "/assets/app-of-another-build.js"})
    void whatIsNotThePagesIsNotFoundAsBefore(String path) {
        given().get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .header("Content-Security-Policy", nullValue());
    }

    @Test
    void socketsAreNotOpenedByThePage() {
        given().get("/socket.io/?EIO=9").then().statusCode(400);
        given().get("/ws/v1").then().header("Content-Security-Policy", nullValue());
    }

    @Test
    void onlyReadingShowsThePage() {
        given().post("/groups/123").then().statusCode(404).contentType("application/problem+json");
        isProtected(given().head("/groups/123").then().statusCode(200))
                .header("Content-Length", matchesPattern("[1-9][0-9]+"));
    }

    @Test
    void anAssetIsKeptForGood() {
        isProtected(given().get(SCRIPT).then().statusCode(200))
                .contentType("text/javascript")
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .body(startsWith("// As large as"));
    }

    @Test
    void whoHasThePageIsToldOnlyThatItIsTheSame() {
        String tag = given().get("/").header("ETag");
        given().header("If-None-Match", tag)
                .get("/groups/1")
                .then()
                .statusCode(304)
                .body(equalTo(""));
        given().header("If-None-Match", "W/\"another\"").get("/").then().statusCode(200);
    }

    @Test
    void textsOfThePageAreCompressedForThoseWhoAcceptIt() {
        sent("gzip, deflate, br", SCRIPT).header("Content-Encoding", "gzip").header("Vary", "accept-encoding");
        sent("identity", SCRIPT).header("Content-Encoding", nullValue()).body(startsWith("// As large as"));
        sent("gzip;q=0", SCRIPT).header("Content-Encoding", nullValue());
        sent("gzip", "/mark.png").header("Content-Encoding", nullValue());
    }

    @Test
    void nothingElseIsCompressed() {
        String token = RealParts.issuer().token("ann").mint();
        given().auth()
                .oauth2(token)
                .header("Accept-Encoding", "gzip")
                .get("/api/v1/notifications")
                .then()
                .statusCode(200)
                .header("Content-Encoding", nullValue());
        sent("gzip", "/socket.io/?EIO=4&transport=polling").header("Content-Encoding", nullValue());
    }

    @Test
    void thePageIsToldWhereEverythingIs() {
        isProtected(given().get("/config.json").then().statusCode(200))
                .contentType("application/json")
                .header("Cache-Control", "no-cache")
                .body("authority", equalTo(issuer))
                .body("clientId", equalTo("web"))
                .body("scope", equalTo("openid profile"))
                .body("groups", equalTo(""))
                .body("invitations", equalTo(""));
    }

    private static ValidatableResponse sent(String accepted, String path) {
        return given().config(RestAssured.config().decoderConfig(decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", accepted)
                .get(path)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse isProtected(ValidatableResponse answer) {
        return answer.header("Content-Security-Policy", startsWith("default-src 'none'; script-src 'self'; "))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Permissions-Policy", containsString("camera=()"));
    }
}
