package org.convoke.local.bench.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.convoke.local.demo.Unexpected;
import org.convoke.parts.Platform;

/** The resident memory of a JVM. */
final class Memory {

    private static final Duration REST = Duration.ofSeconds(1);

    private Memory() {}

    /** In KiB, behind a full garbage collection. */
    static long resident(long pid) {
        run(List.of(Path.of(Platform.java()).resolveSibling("jcmd").toString(), String.valueOf(pid), "GC.run"));
        LockSupport.parkNanos(REST.toNanos());
        return Long.parseLong(run(List.of("ps", "-o", "rss=", "-p", String.valueOf(pid))));
    }

    private static String run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new Unexpected(String.join(" ", command) + ": " + output);
            }
            return output;
        } catch (IOException e) {
            throw new Unexpected(command.getFirst() + " cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted", e);
        }
    }
}
