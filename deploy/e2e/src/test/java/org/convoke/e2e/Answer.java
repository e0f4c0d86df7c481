package org.convoke.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;

/** What was answered; {@code body} is a missing node when it is empty. */
public record Answer(int status, JsonNode body, HttpHeaders headers) {

    public String id() {
        return text("id");
    }

    /** Which refusal it is; empty for none. */
    public String code() {
        return text("code");
    }

    public String text(String field) {
        return body.path(field).asText();
    }

    public boolean isReplayed() {
        return headers.firstValue("Idempotency-Replayed").isPresent();
    }

    /** The answer, which has to be of this status. */
    public Answer expect(int wanted) {
        if (status != wanted) {
            throw new AssertionError(wanted + " was expected, not " + this);
        }
        return this;
    }

    /** As a test tells it: {@code 200} or {@code 409 group-full}. */
    public String outcome() {
        return status < 400 ? String.valueOf(status) : status + " " + code();
    }

    @Override
    public String toString() {
        return status + " " + body;
    }
}
