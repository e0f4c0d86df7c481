package org.convoke.gateway.wire.socketio;

import io.quarkus.runtime.LaunchMode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/** Where other pods reach this one. */
@ApplicationScoped
class OwnAddress {

    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::");

    private final SocketIoConfig own;
    private final Config config;

    OwnAddress(SocketIoConfig own, Config config) {
        this.own = own;
        this.config = config;
    }

    /** As {@code host:port}; where the system chooses the port, it is known once the gateway has started. */
    Optional<String> find() {
        return own.address()
                .or(() -> Optional.of(port()).filter(port -> port != 0).map(port -> host() + ":" + port));
    }

    private int port() {
        boolean test = LaunchMode.current() == LaunchMode.TEST;
        return config.getValue(test ? "quarkus.http.test-port" : "quarkus.http.port", Integer.class);
    }

    private String host() {
        String bound = config.getValue("quarkus.http.host", String.class);
        return EVERYWHERE.contains(bound) ? ownName() : bound;
    }

    private static String ownName() {
        try {
            return InetAddress.getLocalHost().getHostAddress();
        } catch (UnknownHostException e) {
            return InetAddress.getLoopbackAddress().getHostAddress();
        }
    }
}
