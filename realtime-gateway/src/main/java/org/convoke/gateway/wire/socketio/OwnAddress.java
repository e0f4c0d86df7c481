package org.convoke.gateway.wire.socketio;

import io.quarkus.runtime.LaunchMode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.Config;

/** Where other pods reach this one. */
@ApplicationScoped
class OwnAddress {

    private final SocketIoConfig own;
    private final Config config;

    OwnAddress(SocketIoConfig own, Config config) {
        this.own = own;
        this.config = config;
    }

    /** As {@code host:port}; the port is known for sure once the gateway has started. */
    String value() {
        return own.address().orElseGet(() -> host() + ":" + port());
    }

    private String port() {
        boolean test = LaunchMode.current() == LaunchMode.TEST;
        return config.getValue(test ? "quarkus.http.test-port" : "quarkus.http.port", String.class);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostAddress();
        } catch (UnknownHostException e) {
            return InetAddress.getLoopbackAddress().getHostAddress();
        }
    }
}
