package org.convoke.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;
import org.convoke.doors.Caller;
import org.convoke.doors.Invalid;
import org.convoke.doors.Problem;
import org.convoke.ledger.Idempotent.Effect;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Behind {@link Idempotent}; runs after permission and constraints of the call have been checked. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE + 100)
class IdempotentCalls {

    private static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final StoredAnswers answers;
    private final CurrentVertxRequest request;
    private final Caller caller;
    private final ObjectMapper json;

    IdempotentCalls(StoredAnswers answers, CurrentVertxRequest request, Caller caller, ObjectMapper json) {
        this.answers = answers;
        this.request = request;
        this.caller = caller;
        this.json = json;
    }

    @AroundInvoke
    @Nullable
    Object once(InvocationContext call) throws Exception {
        HttpServerRequest http = request.getCurrent().request();
        String key = http.getHeader(HEADER);
        if (key == null) {
            return call.proceed();
        }
        if (!KEY.matcher(key).matches()) {
            throw new Invalid(HEADER, "must be 1 to 255 visible ASCII characters");
        }
        KeyedRequest keyed = new KeyedRequest(caller.id(), key, fingerprint(http, call));
        return switch (effect(call)) {
            case ONE_TRANSACTION -> QuarkusTransaction.requiringNew().call(() -> inOneTransaction(keyed, call));
            case REPEATABLE -> inSteps(keyed, call);
        };
    }

    private @Nullable Object inOneTransaction(KeyedRequest keyed, InvocationContext call) throws Exception {
        if (!answers.lock(keyed)) {
            throw new WebApplicationException(
                    Problem.of(409, "idempotency-key-in-use", "The request with this Idempotency-Key is still running.")
                            .response());
        }
        replay(keyed);
        Object result = call.proceed();
        store(keyed, result);
        return result;
    }

    private @Nullable Object inSteps(KeyedRequest keyed, InvocationContext call) throws Exception {
        QuarkusTransaction.requiringNew().run(() -> replay(keyed));
        Object result = call.proceed();
        QuarkusTransaction.requiringNew().run(() -> store(keyed, result));
        return result;
    }

    private void replay(KeyedRequest keyed) {
        answers.find(keyed).ifPresent(answer -> {
            throw answer.again();
        });
    }

    private void store(KeyedRequest keyed, @Nullable Object result) {
        StoredAnswer answer = answer(result);
        if (answer.isSuccess()) {
            answers.store(keyed, answer);
        }
    }

    private StoredAnswer answer(@Nullable Object result) {
        return switch (result) {
            case null -> new StoredAnswer(204, null, null, null);
            case RestResponse<?> response -> answer(response.toResponse());
            case Response response ->
                new StoredAnswer(
                        response.getStatus(),
                        response.getHeaderString(HttpHeaders.LOCATION),
                        response.getHeaderString(HttpHeaders.ETAG),
                        response.getEntity() == null ? null : json(response.getEntity()));
            default -> new StoredAnswer(200, null, null, json(result));
        };
    }

    /** What was read of the request, not its bytes: order of fields and white space do not matter. */
    private byte[] fingerprint(HttpServerRequest http, InvocationContext call) {
        String whole = http.method() + " " + http.path() + " " + json(call.getParameters());
        try {
            return MessageDigest.getInstance("SHA-256").digest(whole.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private String json(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("No JSON of " + value.getClass(), e);
        }
    }

    private static Effect effect(InvocationContext call) {
        return call.getMethod().getAnnotation(Idempotent.class).value();
    }
}
