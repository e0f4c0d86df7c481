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

@QuarkusTest
@TestProfile(QuickPresence.class)
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class PresenceResourceTest {

    @TestHTTPResource
    URL url;

    @TestFactory
    Stream<DynamicTest> whatIsAskedWithoutASocket() {
        return SideBySide.stories(BenHereAnnGone.class, () -> new BenHereAnnGone(url.getPort()));
    }
}
