package org.convoke.gateway.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class OpenApiTest {

    /** Quarkus has written its own when it built the application for these tests. */
    @Test
    void theDescriptionInTheRepositoryIsTheOneOfThisBuild() {
        assertThat(Path.of("openapi.yaml"))
                .as("cp realtime-gateway/target/openapi/openapi.yaml realtime-gateway/")
                .hasSameTextualContentAs(Path.of("target/openapi/openapi.yaml"));
    }
}
