package org.convoke.invitations;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.ValidatableResponse;

/** What refusals look like. */
public final class Answers {

    private Answers() {}

    public static ValidatableResponse refused(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("detail", notNullValue())
                .body("instance", notNullValue());
    }

    /** The fault is in that field. */
    public static ValidatableResponse invalid(ValidatableResponse answer, String field) {
        return refused(answer, 400, "invalid").body("errors[0].field", equalTo(field));
    }

    /** It cannot be said now: ask again. */
    public static void unavailable(ValidatableResponse answer) {
        refused(answer, 503, "unavailable").header("Retry-After", notNullValue());
    }
}
