package org.convoke.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The parts of this JVM's tests, in a folder that is deleted when the JVM ends.
 *
 * <p>Quarkus loads this class anew for every application it starts, so what is known JVM-wide is told by system
 * properties, and the lock is an interned string.
 */
final class TestStack {

    private static final String PREFIX = "convoke.parts.";
    private static final String HOME = PREFIX + "home";

    private TestStack() {}

    /** Starts what does not run yet, side by side. */
    static void start(List<TestPart> parts) {
        synchronized (HOME) {
            if (System.getProperty(HOME) == null) {
                System.setProperty(HOME, newHome().toString());
            }
            var starts = parts.stream()
                    .map(part -> CompletableFuture.runAsync(() -> start(part), Thread::startVirtualThread))
                    .toArray(CompletableFuture[]::new);
            try {
                CompletableFuture.allOf(starts).join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof PartFailed failed ? failed : e;
            }
        }
    }

    static Path home(String part) {
        return Path.of(System.getProperty(HOME), part);
    }

    static int port(String part) {
        Integer port = Integer.getInteger(PREFIX + part);
        if (port == null) {
            throw new PartFailed(part + " was not asked for: name it in the parts of RealParts");
        }
        return port;
    }

    private static void start(TestPart part) {
        if (System.getProperty(PREFIX + part.key()) != null) {
            part.ensure();
            return;
        }
        System.setProperty(PREFIX + part.key(), String.valueOf(part.start()));
    }

    private static void end(Path home) {
        for (TestPart part : TestPart.values()) {
            if (System.getProperty(PREFIX + part.key()) != null) {
                part.stop();
            }
        }
        Folder.delete(home);
    }

    private static Path newHome() {
        try {
            Path home = Files.createTempDirectory("convoke-parts-");
            for (TestPart part : TestPart.values()) {
                Files.createDirectory(home.resolve(part.key()));
            }
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(home)));
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
