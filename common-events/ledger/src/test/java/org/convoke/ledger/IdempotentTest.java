package org.convoke.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class IdempotentTest {

    private final String what = UUID.randomUUID().toString();
    private final String key = UUID.randomUUID().toString();

    @ParameterizedTest
    @ValueSource(strings = {"in-steps", "at-once"})
    void aRepeatIsAnsweredFromTheLedger(String how) {
        post(how, what, key).statusCode(200).header("Idempotency-Replayed", nullValue());
        post(how, what, key)
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .body("what", equalTo(what))
                .body("calls", equalTo(1));
        assertThat(CountingDoor.calls(what)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"in-steps", "at-once"})
    void theKeyBelongsToTheRequest(String how) {
        post(how, what, key).statusCode(200);
        post(how, what + "x", key).statusCode(422).body("code", equalTo("idempotency-key-reused"));
        assertThat(CountingDoor.CALLS).doesNotContainKey(what + "x");
    }

    @Test
    void anAnswerWithoutABodyIsRepeatedWithoutOne() {
        post("silently", what, key).statusCode(204);
        post("silently", what, key)
                .statusCode(204)
                .header("Idempotency-Replayed", "true")
                .body(emptyString());
        assertThat(CountingDoor.calls(what)).isEqualTo(1);
    }

    @Test
    void aRefusalIsNotKept() {
        post("refusing", what, key).statusCode(409);
        post("refusing", what, key).statusCode(409).header("Idempotency-Replayed", nullValue());
        assertThat(CountingDoor.calls(what)).isEqualTo(2);
    }

    @Test
    void withoutAKeyEveryCallIsOne() {
        for (int i = 0; i < 2; i++) {
            given().auth()
                    .oauth2(token())
                    .post("/count/{what}/at-once", what)
                    .then()
                    .statusCode(200);
        }
        assertThat(CountingDoor.calls(what)).isEqualTo(2);
    }

    private static ValidatableResponse post(String how, String what, String key) {
        return given().auth()
                .oauth2(token())
                .header("Idempotency-Key", key)
                .post("/count/{what}/{how}", what, how)
                .then();
    }

    private static String token() {
        return RealParts.issuer().token("ann").mint();
    }
}
