package org.convoke.groups.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest {

    @TestHTTPResource(value = "/openapi", management = true)
    URL document;

    @TestHTTPResource(value = "/health/ready", management = true)
    URL ready;

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @Test
    void everyOperationSaysHowItRefuses() {
        JsonPath api = given().accept("application/json")
                .get(document)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, Map<String, Map<String, Object>>> paths = api.getMap("paths");
        assertThat(paths).containsKeys("/api/v1/groups", "/api/v1/groups/{g}/members/me", "/api/v1/people/me");
        paths.forEach((path, operations) -> operations.forEach((method, operation) -> {
            assertThat(operation).as(method + " " + path).containsKey("summary");
            assertThat(operation.get("responses").toString()).contains("4XX", "application/problem+json", "503");
        }));
        assertThat(api.getMap("components.schemas.Problem.properties")).containsKeys("code", "errors", "instance");
        assertThat(api.getMap("components.schemas.NewGroup.properties.name").toString())
                .contains("80", "Chess Club");
        assertThat(api.getMap("components.schemas.NewRequest.properties.message")
                        .toString())
                .contains("500", "I play on Mondays");
        for (String code : List.of("201", "202", "403", "409", "429")) {
            assertThat(paths.get("/api/v1/groups/{g}/members/me").get("put").get("responses"))
                    .asString()
                    .contains(code);
        }
    }

    /** Quarkus has written its own when it built the application for these tests. */
    @Test
    void theDescriptionInTheRepositoryIsTheOneOfThisBuild() {
        assertThat(Path.of("openapi.yaml"))
                .as("cp groups-service/target/openapi/openapi.yaml groups-service/")
                .hasSameTextualContentAs(Path.of("target/openapi/openapi.yaml"));
    }

    @Test
    void headersAndTheGeneralCodesAreSaid() {
        JsonPath api = given().accept("application/json")
                .get(document)
                .then()
                .extract()
                .jsonPath();
        Map<String, Object> found = api.getMap("paths.'/api/v1/groups'.post");
        assertThat(found.get("parameters").toString()).contains("X-Request-Id", "Idempotency-Key");
        Map<String, Map<String, Object>> answers = api.getMap("paths.'/api/v1/groups'.post.responses");
        assertThat(answers.get("201").get("headers").toString())
                .contains("Location", "ETag", "Idempotency-Replayed", "X-Request-Id");
        assertThat(answers.get("4XX").get("headers").toString()).contains("Retry-After", "X-Request-Id");
        assertThat(answers.get("4XX").get("description").toString())
                .contains("unauthenticated", "invalid", "unknown-field", "rate-limited", "idempotency-key-reused");
        Map<String, Object> listed = api.getMap("paths.'/api/v1/groups'.get");
        assertThat(listed.toString())
                .contains("X-Request-Id", "invalid")
                .doesNotContain("Idempotency", "unknown-field");
        assertThat(api.getMap("components.parameters")).containsKeys("X-Request-Id", "Idempotency-Key");
        assertThat(api.getMap("components.headers"))
                .containsKeys("X-Request-Id", "Location", "ETag", "Retry-After", "Idempotency-Replayed");
    }

    @Test
    void healthAndMetricsAreOnTheManagementPort() {
        given().get(ready).then().statusCode(200).body("status", equalTo("UP")).body("$", hasKey("checks"));
        assertThat(given().accept("text/plain").get(metrics).asString())
                .contains("convoke_outbox_depth", "convoke_outbox_age_seconds", "convoke_outbox_leading 1.0");
    }
}
