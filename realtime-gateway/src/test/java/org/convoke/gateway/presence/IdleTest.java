package org.convoke.gateway.presence;

import static org.convoke.gateway.Told.someone;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URL;
import java.time.Duration;
import java.util.Map;
import org.convoke.gateway.GwClient;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(IdleTest.SoonIdle.class)
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class IdleTest {

    public static class SoonIdle implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("convoke.gateway.presence.idle", "2s");
        }
    }

    @TestHTTPResource
    URL url;

    @Test
    void sheIsAwayAfterSheHasDoneNothingAndBackWithTheNextThingSheDoes() {
        String ben = someone("ben");
        try (Watcher phone = Watcher.of(url.getPort(), ben, "phone")) {
            phone.watch(ben);
            phone.isTold(ben, "AWAY 1");
            phone.client().send("ping", 1, GwClient.data());
            phone.isToldNothingMore(ben, Duration.ofMillis(500));
            phone.set("AWAY");
            phone.isToldNothingMore(ben, Duration.ofMillis(500));
            phone.set("ONLINE");
            phone.isTold(ben, "ONLINE 1");
            phone.isTold(ben, "AWAY 1");
        }
    }
}
