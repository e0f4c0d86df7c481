package org.convoke.ledger;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.convoke.doors.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Counts how often it is really called. */
@Path("/count/{what}")
@Authenticated
@RunOnVirtualThread
public class CountingDoor {

    static final Map<String, AtomicInteger> CALLS = new ConcurrentHashMap<>();

    /** What it answers. */
    public record Count(String what, int calls) {}

    @POST
    @Operation(operationId = "counting-inSteps")
    @Path("/in-steps")
    @Idempotent(Idempotent.Effect.REPEATABLE)
    public Count inSteps(@PathParam("what") String what) {
        return count(what);
    }

    @POST
    @Operation(operationId = "counting-atOnce")
    @Path("/at-once")
    @Idempotent
    public Count atOnce(@PathParam("what") String what) {
        return count(what);
    }

    @POST
    @Operation(operationId = "counting-silently")
    @Path("/silently")
    @Idempotent
    public void silently(@PathParam("what") String what) {
        count(what);
    }

    @POST
    @Operation(operationId = "counting-refusing")
    @Path("/refusing")
    @Idempotent
    public RestResponse<Problem> refusing(@PathParam("what") String what) {
        count(what);
        return RestResponse.status(RestResponse.Status.CONFLICT, Problem.of(409, "no", "No."));
    }

    static int calls(String what) {
        return CALLS.get(what).get();
    }

    private static Count count(String what) {
        return new Count(
                what, CALLS.computeIfAbsent(what, any -> new AtomicInteger()).incrementAndGet());
    }
}
