package org.convoke.gateway.wire.socketio;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The settings of Socket.IO; the README lists them. What goes for every wire is in {@link org.convoke.gateway.GatewayConfig}. */
@ConfigMapping(prefix = "convoke.gateway.socketio")
public interface SocketIoConfig {

    /** Where clients find it. */
    @WithDefault("/socket.io/")
    String path();

    /** How long a WebSocket has to take over from polling. */
    @WithDefault("10s")
    Duration upgradeTimeout();

    /** Bytes of a message, and of all packets of a POST together; a WebSocket takes no more than 65536 in any case. */
    @WithDefault("65536")
    int maxPayload();

    /**
     * Where the other gateways reach this one, as {@code host:port}, for requests of its polling clients that come to
     * them; by default this machine's own address.
     */
    Optional<String> address();
}
