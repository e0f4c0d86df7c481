package org.convoke.gateway.wire.socketio;

import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.util.Map;
import java.util.Set;
import org.convoke.gateway.wire.socketio.engine.Echo;
import org.convoke.gateway.wire.socketio.engine.EngineApplication;

/** A gateway that says back what it is told over Engine.IO. */
public class EchoInTheGateway implements QuarkusTestProfile {

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(Echoing.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("convoke.gateway.origins", "https://friend.example");
    }

    /** Only where the profile asks for it. */
    @Alternative
    @ApplicationScoped
    static class Echoing {

        @Produces
        @ApplicationScoped
        EngineApplication echo() {
            return new Echo();
        }
    }
}
