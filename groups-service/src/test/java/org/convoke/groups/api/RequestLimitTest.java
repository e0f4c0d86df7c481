package org.convoke.groups.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.convoke.groups.AtOnce;
import org.convoke.groups.Someone;
import org.convoke.groups.Unhurried;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Unhurried.class)
class RequestLimitTest {

    private static final int BURST = 60;

    private final Someone ann = Someone.called("Ann");

    @Test
    void beyondTheBurstEachCallIs429UntilTheTimeThatItSays() {
        Instant start = Instant.now();
        List<Response> answers = AtOnce.run(2 * BURST, i -> asks(ann));
        long seconds = Duration.between(start, Instant.now()).toSeconds();

        assertThat(answers).extracting(Response::statusCode).containsOnly(200, 429);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200).count())
                .isBetween((long) BURST, BURST + seconds + 1);
        refused(answers);
        await().atMost(Duration.ofSeconds(10)).until(() -> asks(ann).statusCode() == 200);
    }

    @Test
    void othersAreNotAffected() {
        AtOnce.run(2 * BURST, i -> asks(ann));
        asks(Someone.called("Ben")).then().statusCode(200);
    }

    @Test
    void aCallThatBreaksARuleIsCountedBeforeItIsRead() {
        List<Response> answers =
                AtOnce.run(2 * BURST, i -> ann.request().body("{").post("/api/v1/groups"));
        assertThat(answers).extracting(Response::statusCode).containsOnly(400, 429);
    }

    @Test
    void servicesAreNotCounted() {
        String group = ann.founds(Map.of("name", "Chess Club"));
        assertThat(AtOnce.run(
                        2 * BURST,
                        i -> Someone.hostApp()
                                .put("/people/{u}", Map.of("username", "ann", "name", "Ann"), "limit-" + i)
                                .extract()
                                .statusCode()))
                .containsOnly(200);
        Map<String, ?> question = Map.of("inviterId", ann.id(), "inviteeIds", List.of("nobody"));
        assertThat(AtOnce.run(
                        2 * BURST,
                        i -> Someone.invitationsService()
                                .internal("POST", "/groups/{g}/invitation-check", question, group)
                                .extract()
                                .statusCode()))
                .containsOnly(200);
    }

    @Test
    void whoIsNobodyIsToldSoHoweverOften() {
        assertThat(AtOnce.run(2 * BURST, i -> given().get("/api/v1/people/me").statusCode()))
                .containsOnly(401);
    }

    private static Response asks(Someone someone) {
        return someone.request().get("/api/v1/people/me");
    }

    private static void refused(List<Response> answers) {
        answers.stream()
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow()
                .then()
                .contentType(startsWith("application/problem+json"))
                .header("Retry-After", "1")
                .body("code", equalTo("rate-limited"))
                .body("instance", equalTo("/api/v1/people/me"));
    }
}
