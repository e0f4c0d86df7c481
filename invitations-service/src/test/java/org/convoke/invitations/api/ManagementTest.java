package org.convoke.invitations.api;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators watch, on the port that is not routed from outside. */
@QuarkusTest
class ManagementTest {

    @TestHTTPResource(value = "/", management = true)
    String management;

    @ParameterizedTest
    @ValueSource(strings = {"started", "live", "ready"})
    void theServiceIsHealthy(String check) {
        get(management + "health/" + check).then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void theOutboxIsMeasured() {
        get(management + "metrics").then().statusCode(200).body(containsString("convoke_outbox_depth"));
    }
}
