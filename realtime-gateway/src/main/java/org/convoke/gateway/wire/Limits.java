package org.convoke.gateway.wire;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.convoke.gateway.GatewayConfig;

/** How much is borne with one connection: its silence, how fast it speaks, how slowly it reads. */
@ApplicationScoped
public class Limits {

    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final GatewayConfig config;
    private final Clock clock;

    Limits(GatewayConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    Vigil vigil() {
        return vigil(config.heartbeat());
    }

    /** For a transport that looks after signs of life itself. */
    Vigil vigilOverTokens() {
        return vigil(FOR_EVER);
    }

    private Vigil vigil(Duration silence) {
        return new Vigil(new Vigil.Patience(config.authTimeout(), silence, config.heartbeatTimeout()), clock);
    }

    public FrameRate frameRate() {
        return new FrameRate(config.framesPerSecond(), config.frameBurst(), System::nanoTime);
    }

    public Outbound outbound(Carrier carrier) {
        return new Outbound(carrier, config.queueFrames(), config.queueBytes());
    }
}
