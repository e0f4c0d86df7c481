package org.convoke.gateway.wire;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.stream.Stream;
import org.convoke.gateway.SideBySide;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What ends by itself, and what goes on, on both wires. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class PatienceTest {

    @TestHTTPResource
    URL url;

    @TestFactory
    Stream<DynamicTest> whatTakesItsTime() {
        return SideBySide.stories(Patient.class, () -> new Patient(url.getPort()));
    }
}
