package org.convoke.doors;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Every request has an id, the caller's own or a new one: in the answer, also a refusal, and in each line of the log. */
@ApplicationScoped
public class RequestId {

    public static final String HEADER = "X-Request-Id";

    /** Under this key the log has it. */
    static final String KEY = "requestId";

    /** Before whatever may answer. */
    private static final int ORDER = -10;

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final CurrentVertxRequest request;

    public RequestId(CurrentVertxRequest request) {
        this.request = request;
    }

    /** Null outside of a request. */
    public @Nullable String value() {
        if (!Arc.container().requestContext().isActive()) {
            return null;
        }
        RoutingContext current = request.getCurrent();
        return current == null ? null : current.get(KEY);
    }

    void guard(@Observes Router router) {
        router.route().order(ORDER).handler(RequestId::begin);
    }

    private static void begin(RoutingContext exchange) {
        String id = of(exchange.request().getHeader(HEADER));
        exchange.put(KEY, id);
        exchange.response().putHeader(HEADER, id);
        MDC.put(KEY, id);
        exchange.next();
    }

    /** What the caller gave, unless it could not be written to a log as it is. */
    static String of(@Nullable String given) {
        return given != null && FORM.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }
}
