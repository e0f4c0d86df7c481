package org.convoke.gateway.wire.gw;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convoke.gateway.GatewayConfig;
import org.convoke.gateway.wire.Departure;
import org.convoke.gateway.wire.Handshakes;
import org.convoke.gateway.wire.Line;

/** Lets no page of another origin in, nobody who does not speak gw.v1, and only so many at a time. */
@ApplicationScoped
class UpgradeCheck implements HttpUpgradeCheck {

    static final String PROTOCOL = "gw.v1";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> origins;
    private final boolean localhost;
    private final Handshakes handshakes;
    private final Departure departure;

    UpgradeCheck(GatewayConfig config, Handshakes handshakes, Departure departure) {
        this.departure = departure;
        this.handshakes = handshakes;
        this.origins = new HashSet<>(config.origins().orElse(List.of()));
        this.localhost = config.localhostOrigins();
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        HttpServerRequest request = context.httpRequest();
        String origin = request.getHeader("Origin");
        if (origin != null && !isAllowed(origin, request.getHeader("Host"))) {
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

    private boolean isAllowed(String origin, String ownHost) {
        if (origins.contains(origin)) {
            return true;
        }
        try {
            URI uri = URI.create(origin);
            return uri.getHost() != null
                    && (uri.getAuthority().equals(ownHost) || (localhost && LOOPBACK.contains(uri.getHost())));
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }
}
