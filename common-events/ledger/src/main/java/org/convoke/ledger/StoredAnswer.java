package org.convoke.ledger;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * What was answered.
 *
 * @param body its JSON; null where there was none
 */
record StoredAnswer(
        int status,
        @Nullable String location,
        @Nullable String etag,
        @Nullable String body) {

    static final String REPLAYED = "Idempotency-Replayed";

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Gives the answer again past the method that would make a new one. */
    WebApplicationException again() {
        return new WebApplicationException(Response.status(status)
                .type(body == null ? null : MediaType.APPLICATION_JSON)
                .header(HttpHeaders.LOCATION, location)
                .header(HttpHeaders.ETAG, etag)
                .header(REPLAYED, "true")
                .entity(body)
                .build());
    }
}
