package org.convoke.groups.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.security.Authenticated;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.convoke.doors.RequestId;
import org.convoke.groups.AtOnce;
import org.convoke.groups.Someone;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RequestIdTest {

    private static final String NEW = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** Answers what the code of a request sees. */
    @Path("/test/request-id")
    public static class Door {

        private final RequestId id;

        public Door(RequestId id) {
            this.id = id;
        }

        @GET
        @Authenticated
        @RunOnVirtualThread
        @Operation(hidden = true)
        public List<String> ids() {
            return List.of(String.valueOf(id.value()), String.valueOf(MDC.get("requestId")));
        }
    }

    private final Someone ann = Someone.called("Ann");

    @Inject
    RequestId id;

    @Test
    void theCallersOwnIsAnswered() {
        with("order-7").get("/api/v1/people/me").then().statusCode(200).header("X-Request-Id", "order-7");
    }

    @Test
    void whoGivesNoneOrABadOneGetsANewOne() {
        ann.get("/people/me").header("X-Request-Id", matchesPattern(NEW));
        with("no id").get("/api/v1/people/me").then().header("X-Request-Id", matchesPattern(NEW));
    }

    @Test
    void refusalsHaveItToo() {
        given().header("X-Request-Id", "r")
                .get("/api/v1/people/me")
                .then()
                .statusCode(401)
                .header("X-Request-Id", "r");
        with("r").get("/api/v1/nothing").then().statusCode(404).header("X-Request-Id", "r");
        with("r").body("{").post("/api/v1/groups").then().statusCode(400).header("X-Request-Id", "r");
        with("r")
                .body("x".repeat(70_000))
                .post("/api/v1/groups")
                .then()
                .statusCode(413)
                .header("X-Request-Id", "r");
    }

    @Test
    void theCodeAndTheLogOfARequestHaveItsOwn() {
        List<List<String>> seen = AtOnce.run(
                20, i -> with("at-once-" + i).get("/test/request-id").jsonPath().getList("", String.class));
        assertThat(seen)
                .isEqualTo(IntStream.range(0, 20)
                        .mapToObj(i -> List.of("at-once-" + i, "at-once-" + i))
                        .toList());
    }

    @Test
    void outsideOfARequestThereIsNone() {
        assertThat(id.value()).isNull();
    }

    private RequestSpecification with(String id) {
        return ann.request().header("X-Request-Id", id);
    }
}
