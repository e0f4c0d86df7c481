package org.convoke.invitations.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators and developers look at, on the port that is not routed from outside. */
@QuarkusTest
class ManagementTest {

    @TestHTTPResource(value = "/", management = true)
    String management;

    @ParameterizedTest
    @ValueSource(strings = {"started", "live", "ready"})
    void theServiceIsHealthy(String check) {
        given().get(management + "health/" + check).then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void theOutboxIsMeasured() {
        given().accept("text/plain")
                .get(management + "metrics")
                .then()
                .statusCode(200)
                .body(containsString("convoke_outbox_depth"));
    }

    /** Quarkus has written its own when it built the application for these tests. */
    @Test
    void theDescriptionInTheRepositoryIsTheOneOfThisBuild() {
        assertThat(Path.of("openapi.yaml"))
                .as("cp invitations-service/target/openapi/openapi.yaml invitations-service/")
                .hasSameTextualContentAs(Path.of("target/openapi/openapi.yaml"));
    }

    @Test
    void everyOperationIsDescribedWithItsRefusals() {
        Map<String, Map<String, Map<String, Object>>> paths = given().accept("application/json")
                .get(management + "openapi")
                .then()
                .statusCode(200)
                .extract()
                .path("paths");
        assertThat(paths).containsKeys("/api/v1/invitations", "/api/v1/invitations/{id}/accept");
        assertThat(paths.values()).flatExtracting(Map::values).allSatisfy(operation -> {
            assertThat(operation).containsKey("summary");
            assertThat(operation.get("responses").toString()).contains("application/problem+json");
            assertThat((List<?>) operation.getOrDefault("parameters", List.of()))
                    .doesNotHaveDuplicates();
        });
    }
}
