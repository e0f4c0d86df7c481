package org.convoke.ledger;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The W3C trace context of the current request: its own span where it is recorded, else what it came with.
 *
 * @see <a href="https://www.w3.org/TR/trace-context/#traceparent-header">traceparent</a>
 */
@ApplicationScoped
class CurrentTrace {

    private static final Pattern VALID = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private final CurrentVertxRequest request;

    CurrentTrace(CurrentVertxRequest request) {
        this.request = request;
    }

    /** Null where nothing is recorded, outside of a request and for one that came without a valid context. */
    @Nullable
    String parent() {
        SpanContext span = Span.current().getSpanContext();
        if (span.isSampled()) {
            return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-01";
        }
        if (!Arc.container().requestContext().isActive()) {
            return null;
        }
        RoutingContext current = request.getCurrent();
        String header = current == null ? null : current.request().getHeader("traceparent");
        return header != null && VALID.matcher(header).matches() ? header : null;
    }
}
