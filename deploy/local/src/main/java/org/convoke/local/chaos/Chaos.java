package org.convoke.local.chaos;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.convoke.local.LocalStack;
import org.convoke.local.OwnStack;
import org.convoke.local.Settings;
import org.convoke.local.chaos.Fault.CutClients;
import org.convoke.local.chaos.Fault.CutFromKafka;
import org.convoke.local.chaos.Fault.FailOver;
import org.convoke.local.chaos.Fault.FlushRedis;
import org.convoke.local.chaos.Fault.HangRedis;
import org.convoke.local.chaos.Fault.KillGateway;
import org.convoke.local.chaos.Fault.KillKafka;
import org.convoke.local.chaos.Fault.KillRedis;
import org.convoke.local.chaos.Fault.Nothing;
import org.convoke.local.chaos.Fault.StopGateway;
import org.convoke.local.chaos.Fault.StopProvider;
import org.convoke.local.chaos.Fault.Storm;
import org.convoke.local.chaos.Fault.StrandClients;
import org.convoke.local.demo.Unexpected;
import org.convoke.parts.Folder;

/** Breaks everything that a gateway stands on, and the gateways, and tells what that did. */
public final class Chaos {

    private static final int OFFSET = 7_100;

    private static final Duration SHORT = Duration.ofSeconds(4);
    /** Longer than Kafka waits for a member that says nothing. */
    private static final Duration REPLACED = Duration.ofSeconds(12);

    private static final List<Fault> ANY = List.of(
            new KillGateway(),
            new KillRedis(),
            new FlushRedis(),
            new FailOver(SHORT),
            new HangRedis(SHORT.multipliedBy(2)),
            new KillKafka(),
            new CutFromKafka(REPLACED),
            new CutClients(),
            new StrandClients());

    private Chaos() {}

    /**
     * Every fault on a stack of its own, which is gone afterwards.
     *
     * @throws Unexpected when a promise was broken
     */
    public static void run(ChaosOptions options, PrintStream out) throws IOException {
        out.println("--seed " + options.seed());
        Path home = Files.createTempDirectory("convoke-chaos");
        Settings settings = OwnStack.settings(home, OFFSET);
        long end = System.nanoTime() + options.time().toNanos();
        try (var stack = LocalStack.up(settings, true);
                Arena arena = Arena.beside(settings, new Arena.Size(7, Duration.ofSeconds(25)))) {
            Campaign campaign =
                    new Campaign(arena, new Workload(arena, options.seed(), 4, Duration.ofMillis(250)), out);
            everything(campaign);
            Random random = new Random(options.seed());
            while (System.nanoTime() < end) {
                campaign.play(ANY.get(random.nextInt(ANY.size())), 1);
            }
            report(campaign.outcomes(), out);
        } finally {
            Folder.delete(home);
        }
    }

    private static void everything(Campaign campaign) {
        campaign.play(new Nothing(Duration.ofSeconds(10)), 1);
        campaign.play(new KillGateway(), 10);
        campaign.play(new StopGateway(Duration.ofSeconds(30)), 2);
        campaign.play(new KillRedis(), 5);
        campaign.play(new HangRedis(Duration.ofSeconds(10)), 2);
        campaign.play(new FailOver(SHORT), 3);
        campaign.play(new FlushRedis(), 3);
        campaign.play(new KillKafka(), 3);
        campaign.play(new CutFromKafka(Duration.ofSeconds(20)), 2);
        campaign.play(new CutClients(), 5);
        campaign.play(new StrandClients(), 2);
        campaign.play(new StopProvider(Duration.ofSeconds(10)), 2);
        campaign.play(new Storm(300), 1);
    }

    /**
     * One of each kind that matters most, in a minute, on a stack that runs already.
     *
     * @return what was broken
     */
    public static List<Violation> inShort(Settings settings, long seed, PrintStream out) {
        try (Arena arena = Arena.beside(settings, new Arena.Size(0, SHORT))) {
            Campaign campaign = new Campaign(arena, new Workload(arena, seed, 3, Duration.ofMillis(250)), out);
            campaign.play(new Nothing(SHORT), 1);
            campaign.play(new KillGateway(), 1);
            campaign.play(new StopGateway(REPLACED), 1);
            campaign.play(new KillRedis(), 1);
            campaign.play(new FailOver(Duration.ofSeconds(2)), 1);
            campaign.play(new FlushRedis(), 1);
            campaign.play(new StopProvider(Duration.ofSeconds(1)), 1);
            print(campaign.outcomes(), out);
            return violations(campaign.outcomes());
        }
    }

    private static void report(List<Outcome> outcomes, PrintStream out) {
        print(outcomes, out);
        List<Violation> violations = violations(outcomes);
        if (!violations.isEmpty()) {
            throw new Unexpected(violations.size() + " promises were broken");
        }
        out.println("Nothing was lost.");
    }

    private static void print(List<Outcome> outcomes, PrintStream out) {
        out.println();
        out.println(Outcome.head());
        outcomes.forEach(outcome -> out.println(outcome.row()));
    }

    private static List<Violation> violations(List<Outcome> outcomes) {
        return outcomes.stream()
                .flatMap(outcome -> outcome.violations().stream())
                .toList();
    }
}
