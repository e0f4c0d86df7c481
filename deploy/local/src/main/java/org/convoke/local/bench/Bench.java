package org.convoke.local.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.convoke.local.LocalStack;
import org.convoke.local.OwnStack;
import org.convoke.local.Ports;
import org.convoke.local.Settings;
import org.convoke.local.demo.Api;
import org.convoke.parts.Folder;

/** A stack of its own, with new data, on ports of its own and without limits, which is gone when it has been measured. */
public final class Bench {

    /** From when the stack is up; starting and ending it take another half minute of an idle machine. */
    private static final Duration LONGEST = Duration.ofSeconds(420);

    /** Of all ports. */
    public static final int OFFSET = 5_300;

    private Bench() {}

    /** Prints a table; takes eight minutes at most. */
    public static void rest(BenchOptions options, PrintStream out) throws IOException {
        String conditions = conditions(options);
        Path home = Files.createTempDirectory("convoke-bench");
        Settings settings = OwnStack.settings(home, OFFSET);
        try (var stack = LocalStack.up(settings, true)) {
            Ports ports = settings.ports();
            var measurements = new Measurements(
                    new Load(options.clients()),
                    options.warmUp(),
                    new CpuTime(settings.home()),
                    Deadline.in(LONGEST),
                    out);
            RestBench.run(new Api(ports), ports, options.time(), measurements);
            CrowdBench.run(new Api(ports), ports, options.time(), measurements);
            out.println();
            out.println(conditions);
            measurements.print();
        } finally {
            Folder.delete(home);
        }
    }

    private static String conditions(BenchOptions options) {
        return String.format(
                Locale.ROOT,
                "%d clients, %d s each after %d s unmeasured; %s",
                options.clients(),
                options.time().toSeconds(),
                options.warmUp().toSeconds(),
                Machine.now());
    }
}
