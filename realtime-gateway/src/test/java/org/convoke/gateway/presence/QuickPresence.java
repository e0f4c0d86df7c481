package org.convoke.gateway.presence;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Short times, and no check that would make up for a hint that is missing. */
public class QuickPresence implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "convoke.gateway.presence.grace", "2s",
                "convoke.gateway.presence.lease", "6s",
                "convoke.gateway.presence.idle", "1h",
                "convoke.gateway.position-check", "10m");
    }
}
