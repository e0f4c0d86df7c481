package org.convoke.groups.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convoke.groups.Someone;
import org.junit.jupiter.api.Test;

/** Pages of other origins; the tests' configuration lets in those of one. */
@QuarkusTest
class CorsTest {

    private static final String OURS = "https://app.example";
    private static final String GROUPS = "/api/v1/groups";

    private final Someone ann = Someone.called("Ann");

    @Test
    void ourPageMayAskWhatAnAppAsks() {
        for (String header : List.of("authorization", "content-type", "if-match", "idempotency-key", "traceparent")) {
            open(preflight(OURS, header).statusCode(200))
                    .header("Access-Control-Allow-Methods", containsStringIgnoringCase("PATCH"))
                    .header("Access-Control-Allow-Headers", containsStringIgnoringCase(header))
                    .header("Access-Control-Max-Age", "7200");
        }
    }

    @Test
    void ourPageReadsTheTagOfAnAnswer() {
        ValidatableResponse founded = open(ann.request()
                .header("Origin", OURS)
                .body(Map.of("name", "Chess Club"))
                .post(GROUPS)
                .then()
                .statusCode(201));
        for (String header : List.of("ETag", "Location", "Retry-After", "Idempotency-Replayed")) {
            founded.header("Access-Control-Expose-Headers", containsStringIgnoringCase(header));
        }
    }

    @Test
    void ourPageReadsRefusals() {
        String group =
                ann.request().body(Map.of("name", "Chess Club")).post(GROUPS).path("id");
        open(given().header("Origin", OURS).get(GROUPS).then().statusCode(401))
                .body("code", equalTo("unauthenticated"));
        open(ann.request()
                .header("Origin", OURS)
                .get(GROUPS + "/" + UUID.randomUUID())
                .then()
                .statusCode(404));
        open(ann.request()
                .header("Origin", OURS)
                .header("If-Match", "\"7\"")
                .body(Map.of("name", "Another Club"))
                .patch(GROUPS + "/" + group)
                .then()
                .statusCode(412));
    }

    @Test
    void aPageOfAnotherOriginIsNotLetIn() {
        closed(preflight("https://app.example.evil", "authorization"));
        closed(preflight("http://app.example", "authorization"));
        closed(ann.request()
                .header("Origin", "https://evil.example")
                .get(GROUPS)
                .then()
                .statusCode(403));
    }

    @Test
    void whoIsNoPageIsNotAsked() {
        closed(ann.request().get(GROUPS).then().statusCode(200));
    }

    private static ValidatableResponse preflight(String origin, String header) {
        return given().header("Origin", origin)
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", header)
                .options(GROUPS + "/" + UUID.randomUUID())
                .then();
    }

    private static ValidatableResponse open(ValidatableResponse answer) {
        return answer.header("Access-Control-Allow-Origin", OURS).header("Access-Control-Allow-Credentials", "false");
    }

    private static void closed(ValidatableResponse answer) {
        answer.header("Access-Control-Allow-Origin", nullValue());
    }
}
