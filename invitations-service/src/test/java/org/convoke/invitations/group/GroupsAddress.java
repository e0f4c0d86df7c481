package org.convoke.invitations.group;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** Chooses where {@link GroupsDouble} will listen, before the service under test starts. */
public final class GroupsAddress implements QuarkusTestResourceLifecycleManager {

    static final String PORT = "convoke.test.groups.port";

    @Override
    public Map<String, String> start() {
        if (System.getProperty(PORT) == null) {
            System.setProperty(PORT, String.valueOf(freePort()));
        }
        return Map.of("quarkus.rest-client.groups.url", "http://127.0.0.1:" + System.getProperty(PORT));
    }

    /** The double outlives the test: the next one uses it too. */
    @Override
    public void stop() {}

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
