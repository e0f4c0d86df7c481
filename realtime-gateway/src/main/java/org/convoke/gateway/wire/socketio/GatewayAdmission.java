package org.convoke.gateway.wire.socketio;

import jakarta.enterprise.context.ApplicationScoped;
import org.convoke.gateway.wire.Departure;
import org.convoke.gateway.wire.Handshakes;
import org.convoke.gateway.wire.Origins;
import org.convoke.gateway.wire.socketio.engine.Admission;
import org.jspecify.annotations.Nullable;

/** Lets in whom the other wires let in, and as many. */
@ApplicationScoped
class GatewayAdmission implements Admission {

    private final Origins origins;
    private final Handshakes handshakes;
    private final Departure departure;

    GatewayAdmission(Origins origins, Handshakes handshakes, Departure departure) {
        this.origins = origins;
        this.handshakes = handshakes;
        this.departure = departure;
    }

    @Override
    public boolean isAllowed(String origin, @Nullable String ownHost) {
        return origins.isAllowed(origin, ownHost);
    }

    @Override
    public long take() {
        return departure.hasBegun() ? 1 : handshakes.take();
    }
}
