package org.convoke.gateway.stream;

import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.redis.client.impl.types.ErrorType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.convoke.doors.rest.Failures;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What is asked of Redis over REST while it cannot answer is answered with 503, and may be asked again. */
class RedisOutages {

    @ServerExceptionMapper({TimeoutException.class, IOException.class, ConnectionPoolTooBusyException.class})
    Response unreachable(Exception failure) {
        return Failures.passing(failure);
    }

    @ServerExceptionMapper
    Response refused(ErrorType answer) {
        return passes(answer) ? Failures.passing(answer) : Failures.internal(answer);
    }

    /** It is gone, starting, full, or has another role than we believe. */
    private static boolean passes(ErrorType answer) {
        String message = String.valueOf(answer.getMessage());
        return Stream.of(
                        "CONNECTION_CLOSED",
                        "Exception",
                        "LOADING",
                        "READONLY",
                        "MASTERDOWN",
                        "CLUSTERDOWN",
                        "NOREPLICAS",
                        "MISCONF",
                        "BUSY",
                        "OOM")
                .anyMatch(message::contains);
    }
}
