package org.convoke.doors;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as the caller reads it (RFC 9457), with the stable slug {@code code}.
 *
 * @param instance the path of the request, or the id under which a failure was logged
 * @param more members of this problem's own, such as {@code invitationStatus}
 */
@JsonInclude(Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String instance,
        @Nullable List<FieldError> errors,
        @JsonAnyGetter Map<String, Object> more) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPES = "https://convoke.dev/problems/";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    public static Problem of(int status, String code, String detail) {
        String words = code.replace('-', ' ');
        String title = Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return new Problem(TYPES + code, title, status, detail, code, null, null, Map.of());
    }

    public static Problem notFound() {
        return of(404, "not-found", "There is nothing here, or nothing that you may see.");
    }

    public static Problem forbidden() {
        return of(403, "forbidden", "You may not do this.");
    }

    public static Problem invalid(List<FieldError> errors) {
        return of(400, "invalid", "The request breaks a rule.").withErrors(errors);
    }

    public static Problem invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    public Problem with(String name, @Nullable Object value) {
        Map<String, Object> members = new LinkedHashMap<>(more);
        members.put(name, value);
        return new Problem(type, title, status, detail, code, instance, errors, members);
    }

    public Problem at(String where) {
        return new Problem(type, title, status, detail, code, where, errors, more);
    }

    /** The answer; 429 and 503 say after how many seconds to come back. */
    public Response response() {
        return status == 429 || status == 503
                ? response(RETRY_AFTER)
                : builder().build();
    }

    /** @param retryAfter is told in whole seconds, rounded up */
    public Response response(Duration retryAfter) {
        long seconds = retryAfter.plusSeconds(1).minusNanos(1).toSeconds();
        return builder().header(HttpHeaders.RETRY_AFTER, Math.max(1, seconds)).build();
    }

    private Response.ResponseBuilder builder() {
        return Response.status(status).type(MEDIA_TYPE).entity(this);
    }

    private Problem withErrors(List<FieldError> found) {
        return new Problem(type, title, status, detail, code, instance, found, more);
    }
}
