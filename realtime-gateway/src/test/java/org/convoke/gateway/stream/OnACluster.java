package org.convoke.gateway.stream;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;
import org.convoke.parts.RealParts;

/** A Redis Cluster in the place of the one Redis, and no check that would make up for a wake-up that is missing. */
public class OnACluster implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "convoke.gateway.position-check", "10m",
                "convoke.gateway.session-lease", "15s",
                "convoke.gateway.presence.grace", "1s");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(RealParts.class, Map.of("parts", "kafka,redis_cluster,issuer")));
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }
}
