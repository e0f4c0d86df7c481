package org.convoke.groups.activity;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code X-Request-Id} that the current request came with, if it is one. */
@ApplicationScoped
class CurrentRequest {

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final CurrentVertxRequest request;

    CurrentRequest(CurrentVertxRequest request) {
        this.request = request;
    }

    /** Null outside of a request. */
    @Nullable
    String id() {
        if (!Arc.container().requestContext().isActive()) {
            return null;
        }
        RoutingContext current = request.getCurrent();
        String header = current == null ? null : current.request().getHeader("X-Request-Id");
        return header != null && VALID.matcher(header).matches() ? header : null;
    }
}
