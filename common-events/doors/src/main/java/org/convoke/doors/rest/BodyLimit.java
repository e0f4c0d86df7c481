package org.convoke.doors.rest;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.convoke.doors.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Bodies over {@code convoke.doors.body-limit} bytes are 413: unread when their length is declared, else on the way. What
 * our own REST clients read is not limited.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class BodyLimit implements ReaderInterceptor {

    /** Before Quarkus' own limit (-2), which answers without a problem. */
    private static final int ORDER = -3;

    private static final Duration LINGER = Duration.ofSeconds(2);

    private final int limit;

    public BodyLimit(@ConfigProperty(name = "convoke.doors.body-limit", defaultValue = "65536") int limit) {
        this.limit = limit;
    }

    void guard(@Observes Router router) {
        router.route().order(ORDER).handler(this::refuseDeclared);
    }

    private void refuseDeclared(RoutingContext exchange) {
        String length = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || Long.parseLong(length) <= limit) {
            exchange.next();
            return;
        }
        Problem problem = Problem.of(413, "too-large", "The body is too large.")
                .at(exchange.request().path());
        exchange.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(Json.encode(problem));
        linger(exchange);
    }

    /** Lets a caller who is still sending read the answer; closing at once would reset her connection. */
    private static void linger(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        request.handler(body -> {})
                .endHandler(end -> request.connection().close())
                .resume();
        exchange.vertx()
                .setTimer(LINGER.toMillis(), time -> request.connection().close());
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(new Bounded(context.getInputStream(), limit));
        return context.proceed();
    }

    private static final class Bounded extends FilterInputStream {

        private int left;

        Bounded(InputStream body, int limit) {
            super(body);
            left = limit;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw new WebApplicationException(413);
            }
        }
    }
}
