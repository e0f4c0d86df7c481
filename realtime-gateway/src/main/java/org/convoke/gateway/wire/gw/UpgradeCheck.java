package org.convoke.gateway.wire.gw;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.convoke.gateway.wire.Departure;
import org.convoke.gateway.wire.Handshakes;
import org.convoke.gateway.wire.Line;
import org.convoke.gateway.wire.Origins;

/** Lets no page of another origin in, nobody who does not speak gw.v1, and only so many at a time. */
@ApplicationScoped
class UpgradeCheck implements HttpUpgradeCheck {

    static final String PROTOCOL = "gw.v1";

    private final Origins origins;
    private final Handshakes handshakes;
    private final Departure departure;

    UpgradeCheck(Origins origins, Handshakes handshakes, Departure departure) {
        this.departure = departure;
        this.handshakes = handshakes;
        this.origins = origins;
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        HttpServerRequest request = context.httpRequest();
        String origin = request.getHeader("Origin");
        if (origin != null && !origins.isAllowed(origin, request.getHeader("Host"))) {
            return CheckResult.rejectUpgrade(403);
        }
        if (!speaks(request)) {
            return CheckResult.rejectUpgrade(400);
        }
        long wait = departure.hasBegun() ? 1 : handshakes.take();
        if (wait > 0) {
            return CheckResult.rejectUpgrade(503, Map.of("Retry-After", List.of(Long.toString(wait))));
        }
        Line.keep(context);
        return CheckResult.permitUpgrade();
    }

    private static boolean speaks(HttpServerRequest request) {
        return request.headers().getAll("Sec-WebSocket-Protocol").stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .anyMatch(value -> value.trim().equals(PROTOCOL));
    }
}
