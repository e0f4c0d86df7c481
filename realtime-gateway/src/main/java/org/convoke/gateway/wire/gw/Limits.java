package org.convoke.gateway.wire.gw;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.convoke.gateway.GatewayConfig;
import org.convoke.gateway.wire.FrameRate;
import org.convoke.gateway.wire.Line;
import org.convoke.gateway.wire.Outbound;

/** How much is borne with one connection: its silence, how fast it speaks, how slowly it reads. */
@ApplicationScoped
class Limits {

    private final GatewayConfig config;
    private final Clock clock;

    Limits(GatewayConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    Vigil vigil() {
        return new Vigil(
                new Vigil.Patience(config.authTimeout(), config.heartbeat(), config.heartbeatTimeout()), clock);
    }

    FrameRate frameRate() {
        return new FrameRate(config.framesPerSecond(), config.frameBurst(), System::nanoTime);
    }

    Outbound outbound(Line line) {
        return new Outbound(line, config.queueFrames(), config.queueBytes());
    }
}
