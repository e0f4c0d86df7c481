package org.convoke.gateway.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.convoke.gateway.GatewayConfig;

/** This process among the gateways: its name and, anew with every start, its id, so that a dead one is never mistaken for it. */
@ApplicationScoped
public class Pod {

    private final String name;
    private final String id;

    public Pod(GatewayConfig config) {
        this.name = config.pod();
        this.id = name + "~" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** Kept over restarts. */
    public String name() {
        return name;
    }

    public String id() {
        return id;
    }

    /** Where it hears wake-ups. */
    public String channel() {
        return channel(id);
    }

    static String channel(String pod) {
        return "gw:pod:" + pod;
    }
}
