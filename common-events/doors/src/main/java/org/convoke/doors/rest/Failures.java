package org.convoke.doors.rest;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import org.convoke.doors.Problem;
import org.jboss.logging.Logger;

/** Whatever nobody foresaw: 503 when it passes by itself, else 500; the reason is in the log and nowhere else. */
@Provider
public class Failures implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(Failures.class);

    @Override
    public Response toResponse(Throwable failure) {
        return Outages.isOne(failure) ? passing(failure) : internal(failure);
    }

    /** Something that we need is away. */
    public static Response passing(Throwable failure) {
        LOG.warnf("Unavailable: %s", failure);
        return Outages.unavailable().response();
    }

    public static Response internal(Throwable failure) {
        String id = "urn:uuid:" + UUID.randomUUID();
        LOG.errorf(failure, "Request failed (%s)", id);
        return Problem.of(500, "internal", "Something went wrong on our side.")
                .at(id)
                .response();
    }
}
