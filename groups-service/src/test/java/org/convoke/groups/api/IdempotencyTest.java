package org.convoke.groups.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convoke.groups.AtOnce;
import org.convoke.groups.Database;
import org.convoke.groups.Someone;
import org.convoke.groups.Told;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdempotencyTest {

    private final Someone ann = Someone.called("Ann");
    private final String key = UUID.randomUUID().toString();
    private final String name = "Once " + key.substring(0, 8);

    @Test
    void theSameRequestGetsTheSameAnswerAndHasOneEffect() {
        Response first = post(ann, key, Map.of("name", name));
        first.then().statusCode(201).header("Idempotency-Replayed", nullValue());
        Response again = post(ann, key, Map.of("name", name));
        again.then()
                .statusCode(201)
                .contentType("application/json")
                .header("Idempotency-Replayed", "true")
                .header("Location", first.header("Location"))
                .header("ETag", first.header("ETag"));
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(groups()).hasSize(1);
        assertThat(Told.ofGroup(first.path("id"), 1)).hasSize(1);
    }

    @Test
    void theOrderOfFieldsAndWhiteSpaceDoNotMatter() {
        post(ann, key, "{\"name\":\"" + name + "\",\"capacity\":7}").then().statusCode(201);
        post(ann, key, "{ \"capacity\": 7, \"name\": \"" + name + "\" }")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true");
    }

    @Test
    void anotherRequestUnderTheKeyIsRefused() {
        post(ann, key, Map.of("name", name)).then().statusCode(201);
        post(ann, key, Map.of("name", name, "capacity", 7))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("idempotency-key-reused"));
        assertThat(groups()).hasSize(1);
    }

    @Test
    void tenAtOnceMakeOneGroup() {
        List<Response> answers = AtOnce.run(10, i -> post(ann, key, Map.of("name", name)));
        assertThat(answers).extracting(Response::statusCode).contains(201).isSubsetOf(201, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 201)
                .extracting(answer -> answer.<String>path("id"))
                .containsOnly(groups().getFirst());
        assertThat(groups()).hasSize(1);
    }

    @Test
    void theKeysOfTwoPeopleHaveNothingToDoWithEachOther() {
        String group = post(ann, key, Map.of("name", name)).path("id");
        post(Someone.called("Ben"), key, Map.of("name", name))
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", nullValue())
                .body("id", not(equalTo(group)));
    }

    @Test
    void aRefusedRequestMayBeTriedAgainUnderItsKey() {
        post(ann, key, Map.of("name", "x")).then().statusCode(400);
        post(ann, key, Map.of("name", name)).then().statusCode(201).header("Idempotency-Replayed", nullValue());
    }

    @Test
    void aKeyIsForgottenAfterADay() {
        post(ann, key, Map.of("name", name)).then().statusCode(201);
        Database.execute("update idempotency set created_at = created_at - interval '24 hours' where key = ?", key);
        post(ann, key, Map.of("name", name)).then().statusCode(201).header("Idempotency-Replayed", nullValue());
        post(ann, key, Map.of("name", name)).then().header("Idempotency-Replayed", "true");
        assertThat(groups()).hasSize(2);
    }

    @Test
    void aKeyThatIsNoneIsRefused() {
        for (String bad : List.of(" ", "x".repeat(256), "a b", "ä")) {
            post(ann, bad, Map.of("name", name))
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains("Idempotency-Key"));
        }
    }

    private static Response post(Someone someone, String key, Object body) {
        return someone.request().header("Idempotency-Key", key).body(body).post("/api/v1/groups");
    }

    private List<String> groups() {
        return ann.get("/groups?query={q}", name).extract().path("items.id");
    }
}
