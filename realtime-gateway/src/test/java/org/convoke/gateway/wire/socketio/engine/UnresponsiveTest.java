package org.convoke.gateway.wire.socketio.engine;

import java.util.stream.Stream;
import org.convoke.gateway.SideBySide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** How long a client is borne with that does nothing. */
class UnresponsiveTest {

    @TestFactory
    Stream<DynamicTest> whatBecomesOfAClientThatDoesNothing() {
        return SideBySide.stories(Unresponsive.class, Unresponsive::new);
    }
}
