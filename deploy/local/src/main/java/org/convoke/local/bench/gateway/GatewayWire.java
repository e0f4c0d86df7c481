package org.convoke.local.bench.gateway;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.convoke.parts.PartFailed;

/** The wires of the gateway that a client of ours speaks. */
enum GatewayWire {
    GW(GwWire::new),
    SOCKETIO(SocketIoWire::new);

    private final BiFunction<Integer, List<String>, Wire> client;

    GatewayWire(BiFunction<Integer, List<String>, Wire> client) {
        this.client = client;
    }

    static GatewayWire named(String name) {
        return Arrays.stream(values())
                .filter(wire -> wire.text().equals(name))
                .findFirst()
                .orElseThrow(() -> new PartFailed("--wire takes " + all() + ", not '" + name + "'"));
    }

    /** @param tokens of each listener */
    Wire of(int port, List<String> tokens) {
        return client.apply(port, tokens);
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String all() {
        return Arrays.stream(values()).map(GatewayWire::text).collect(Collectors.joining(" or "));
    }
}
