package org.convoke.gateway.wire;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.convoke.gateway.GatewayConfig;
import org.jspecify.annotations.Nullable;

/** Whose pages may open a connection: a configured list, the gateway's own and, for developers, those of localhost. */
@ApplicationScoped
public class Origins {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> listed;
    private final boolean localhost;

    Origins(GatewayConfig config) {
        this.listed = new HashSet<>(config.origins().orElse(List.of()));
        this.localhost = config.localhostOrigins();
    }

    /** @param ownHost what the request calls the gateway */
    public boolean isAllowed(String origin, @Nullable String ownHost) {
        if (listed.contains(origin)) {
            return true;
        }
        try {
            URI uri = URI.create(origin);
            return uri.getHost() != null
                    && (uri.getAuthority().equals(ownHost) || (localhost && LOOPBACK.contains(uri.getHost())));
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }
}
