package org.convoke.groups;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * The purge runs when a test says so. One person's requests have their burst as by default, and then come so few a second that a
 * slow machine makes no difference.
 */
public final class Unhurried implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("convoke.groups.purge-every", "off", "convoke.limits.requests-per-second", "1");
    }
}
