package org.convoke.parts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of the loopback interface. */
public final class Port {

    private Port() {}

    /**
     * A port nobody listens on at the moment, below the range from which systems take the ports of outgoing
     * connections: a part that was killed finds its port still free.
     */
    public static int free() {
        return ThreadLocalRandom.current()
                .ints(20_000, 32_000)
                .filter(port -> !taken(port))
                .findFirst()
                .orElseThrow();
    }

    /** The port itself, or a free one for 0. */
    static int orFree(int port) {
        return port == 0 ? free() : port;
    }

    /** Whether somebody listens on {@code port}, on the loopback interface or on all. */
    public static boolean taken(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
