package org.convoke.gateway.stream;

import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.convoke.gateway.SideBySide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ServerLinkTest {

    @TempDir
    Path homes;

    @TestFactory
    Stream<DynamicTest> whatBecomesOfAConnection() {
        return SideBySide.stories(
                LinkedServer.class,
                () -> new LinkedServer(homes.resolve(UUID.randomUUID().toString())));
    }
}
