package org.convoke.gateway.presence;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URL;
import java.util.stream.Stream;
import org.convoke.gateway.SideBySide;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** How a person's coming, going and choosing reaches a fellow member who watches her. */
@QuarkusTest
@TestProfile(QuickPresence.class)
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class PresenceTest {

    @TestHTTPResource
    URL url;

    @TestFactory
    Stream<DynamicTest> howComingGoingAndChoosingReachesWhoWatches() {
        return SideBySide.stories(AnnWatchesBen.class, () -> new AnnWatchesBen(url.getPort()));
    }
}
