package org.convoke.ledger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.convoke.doors.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** A door with effects in the database, each by a use case that joins the transaction of the call or begins its own. */
@Path("/effects/{what}")
@Authenticated
@RunOnVirtualThread
public class IdempotentDoor {

    /** Calls that do not end before they are let go. */
    static final Map<String, CountDownLatch> HELD = new ConcurrentHashMap<>();

    private final Session session;

    public IdempotentDoor(Session session) {
        this.session = session;
    }

    /** What it answers. */
    public record Effect(String what) {}

    @POST
    @Operation(operationId = "idempotent-one")
    @Path("/one")
    @Idempotent
    public Effect one(@PathParam("what") String what) {
        return QuarkusTransaction.joiningExisting().call(() -> effect(what));
    }

    @POST
    @Operation(operationId = "idempotent-refused")
    @Path("/refused")
    @Idempotent
    public Effect refused(@PathParam("what") String what) {
        QuarkusTransaction.joiningExisting().run(() -> effect(what));
        return QuarkusTransaction.joiningExisting().call(() -> {
            throw new WebApplicationException(Problem.of(409, "no", "No.").response());
        });
    }

    @POST
    @Operation(operationId = "idempotent-held")
    @Path("/held")
    @Idempotent
    public Effect held(@PathParam("what") String what) throws InterruptedException {
        Effect effect = QuarkusTransaction.joiningExisting().call(() -> effect(what));
        HELD.get(what).await();
        return effect;
    }

    @POST
    @Operation(operationId = "idempotent-csv")
    @Path("/csv")
    @Consumes("text/csv")
    @Idempotent
    public Effect csv(@PathParam("what") String what, @QueryParam("message") @Nullable String message, String body) {
        return QuarkusTransaction.joiningExisting().call(() -> effect(what));
    }

    private Effect effect(String what) {
        session.createNativeMutationQuery("insert into effects (what) values (:what)")
                .setParameter("what", what)
                .executeUpdate();
        return new Effect(what);
    }
}
