package org.convoke.local.bench.gateway;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.convoke.local.LocalStack;
import org.convoke.local.OwnStack;
import org.convoke.local.Ports;
import org.convoke.local.Service;
import org.convoke.local.Settings;
import org.convoke.local.bench.Bench;
import org.convoke.local.bench.Deadline;
import org.convoke.local.bench.Machine;
import org.convoke.local.demo.Api;
import org.convoke.local.demo.Unexpected;
import org.convoke.parts.Folder;
import org.convoke.parts.Issuer;

/** The gateway on a stack of its own that is gone afterwards, beside a server that sends the same. */
public final class GatewayBench {

    private static final String OPTIONS = "CONVOKE_JAVA_OPTS";
    /** Both compilers: what is measured is a server that has been running for long. */
    private static final String JVM = "-Xmx512m -XX:+UseSerialGC " + Service.SMALL_HEADERS;

    /** From when the stack is up. */
    private static final Duration LONGEST = Duration.ofSeconds(420);

    private static final int RAW = 8_090;

    private GatewayBench() {}

    /** Prints a table; takes eight minutes at most. */
    public static void run(GatewayOptions options, PrintStream out) throws IOException {
        OpenFiles.suffice(options.connections());
        String machine = Machine.now();
        Path home = Files.createTempDirectory("convoke-bench");
        try {
            run(options, home, machine, out);
        } finally {
            Folder.delete(home);
        }
    }

    private static void run(GatewayOptions options, Path home, String machine, PrintStream out) throws IOException {
        Map<String, String> environment = OwnStack.environment(home, Bench.OFFSET);
        Ports ports = Ports.of(environment);
        var report = new Report(out);
        try (Issuer issuer = Issuer.start(Files.createDirectories(home.resolve("issuer")), ports.keycloak())) {
            // In Keycloak's place: it would take minutes to make so many people.
            environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", issuer.url());
            environment.put("CONVOKE_GATEWAY_HANDSHAKES_PER_SECOND", "0");
            environment.putIfAbsent(OPTIONS, JVM);
            Settings settings = Settings.of(Settings.current().project(), environment);
            var raw = new RawPart(
                    settings.home().place(RawPart.NAME),
                    RAW + ports.offset(),
                    RAW + 1 + ports.offset(),
                    environment.get(OPTIONS));
            try (var stack = LocalStack.up(settings, true);
                    raw) {
                raw.launch();
                measure(options, settings, raw, issuer, report);
            }
        }
        report.print("wire %s, JVM %s; %s".formatted(options.wire().text(), environment.get(OPTIONS), machine));
    }

    private static void measure(GatewayOptions options, Settings settings, RawPart raw, Issuer issuer, Report report)
            throws IOException {
        Deadline deadline = Deadline.in(LONGEST);
        report.say("making " + options.connections() + " people …");
        try (var contest = new Contest(options, settings, raw, issuer)) {
            attempt("listeners", report, () -> contest.crowd(report));
            attempt("group events", report, () -> contest.fanOut(deadline, report));
            raw.close();
            attempt("invitations", report, () -> {
                People people = People.of(new Api(settings.ports()), issuer);
                new Invitations(contest.thread(), deadline, report)
                        .run(people, options.wire(), settings.ports().gateway(), options.rate());
            });
        }
    }

    /** What goes wrong in one of them says nothing about the others. */
    private static void attempt(String what, Report report, Runnable measurement) {
        try {
            measurement.run();
        } catch (Unexpected e) {
            report.skip(what, e.getMessage());
        }
    }
}
