package org.convoke.local.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.convoke.local.LocalStack;
import org.convoke.local.Ports;
import org.convoke.local.Settings;
import org.convoke.local.demo.Api;
import org.convoke.parts.Folder;

/** A stack of its own, with new data, on ports of its own and without limits, which is gone when it has been measured. */
public final class Bench {

    private static final int OFFSET = 5_300;
    /** From when the stack is up; starting and ending it take another half minute of an idle machine. */
    private static final Duration LONGEST = Duration.ofSeconds(420);

    private static final List<String> GIVEN = List.of(
            "QUARKUS_DATASOURCE_JDBC_URL",
            "KAFKA_BOOTSTRAP_SERVERS",
            "QUARKUS_REDIS_HOSTS",
            "QUARKUS_OIDC_AUTH_SERVER_URL");

    private static final List<String> LIMITS = List.of(
            "REQUESTS_PER_SECOND",
            "GROUPS_OWNED",
            "GROUPS_JOINED",
            "INVITATIONS_PER_HOUR",
            "INVITATIONS_PER_DAY",
            "GROUP_INVITATIONS_PER_DAY",
            "BATCH_RECIPIENTS_PER_DAY");

    private Bench() {}

    /** Prints a table; takes eight minutes at most. */
    public static void rest(BenchOptions options, PrintStream out) throws IOException {
        String machine = machine(options);
        Path home = Files.createTempDirectory("convoke-bench");
        Settings settings = settings(home);
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
            out.println(machine);
            measurements.print();
        } finally {
            Folder.delete(home);
        }
    }

    private static Settings settings(Path home) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        GIVEN.forEach(environment::remove);
        LIMITS.forEach(limit -> environment.put("CONVOKE_LIMITS_" + limit, "0"));
        environment.put("CONVOKE_HOME", home.toString());
        int offset = Ports.of(environment).offset() + OFFSET;
        environment.put("CONVOKE_PORT_OFFSET", Integer.toString(offset));
        return Settings.of(Settings.current().project(), environment);
    }

    private static String machine(BenchOptions options) {
        return String.format(
                Locale.ROOT,
                "%d clients, %d s each after %d s unmeasured; %d cores, load %.1f before; JDK %s, %s %s",
                options.clients(),
                options.time().toSeconds(),
                options.warmUp().toSeconds(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.version(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"));
    }
}
