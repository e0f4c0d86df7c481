package org.convoke.local.chaos;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.convoke.local.Service;
import org.convoke.local.Settings;
import org.convoke.parts.Port;

/** One of the gateways, and the proxy through which clients reach it. */
record Pod(Service service, TcpProxy clients) implements AutoCloseable {

    /** A gateway with that name; {@code wiring} says what differs from that of the stack's own. */
    static Pod of(Settings settings, String name, Map<String, String> wiring) {
        int port = Port.free();
        int management = Port.free();
        Map<String, String> environment = new HashMap<>(settings.wiring().gateway());
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
        environment.put("CONVOKE_GATEWAY_POD", name);
        environment.putAll(wiring);
        Service service = new Service(
                settings.home().place(name), "realtime-gateway", settings.project(), port, management, environment);
        return new Pod(service, new TcpProxy(0, port));
    }

    URI socket() {
        return URI.create("ws://localhost:" + clients.port() + "/ws/v1");
    }

    /** Past the proxy. */
    String url() {
        return "http://localhost:" + service.port();
    }

    void restart() {
        service.kill();
        service.launch();
    }

    @Override
    public void close() {
        service.close();
        clients.close();
    }
}
