package org.convoke.invitations.api;

import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.convoke.invitations.Someone;
import org.junit.jupiter.api.Test;

/** Pages of other origins; the tests' configuration lets in those of one. */
@QuarkusTest
class CorsTest {

    private static final String OURS = "https://app.example";

    private final Someone ann = Someone.called("ann");

    @Test
    void ourPageReadsAnswersAndRefusals() {
        read(OURS, "?box=sent")
                .statusCode(200)
                .header("Access-Control-Allow-Origin", OURS)
                .header("Access-Control-Expose-Headers", containsStringIgnoringCase("Location"));
        read(OURS, "/" + UUID.randomUUID()).statusCode(404).header("Access-Control-Allow-Origin", OURS);
    }

    @Test
    void aPageOfAnotherOriginReadsNothing() {
        read("https://evil.example", "?box=sent").statusCode(403).header("Access-Control-Allow-Origin", nullValue());
    }

    private ValidatableResponse read(String origin, String what) {
        return ann.request()
                .header("Origin", origin)
                .get("/api/v1/invitations" + what)
                .then();
    }
}
