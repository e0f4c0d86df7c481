package org.convoke.local;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.convoke.local.bench.Bench;
import org.convoke.local.bench.BenchOptions;
import org.convoke.local.bench.gateway.GatewayBench;
import org.convoke.local.bench.gateway.GatewayOptions;
import org.convoke.local.chaos.Chaos;
import org.convoke.local.chaos.ChaosOptions;
import org.convoke.local.demo.Demo;
import org.convoke.local.demo.Unexpected;
import org.convoke.parts.PartFailed;

/** The launcher behind the script {@code convoke}, which has checked the command line. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        try {
            run(List.of(arguments));
        } catch (PartFailed | Unexpected e) {
            System.err.println("convoke: " + e.getMessage());
            System.exit(1);
        } catch (IOException e) {
            System.err.println("convoke: " + e);
            System.exit(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(List<String> arguments) throws IOException, InterruptedException {
        switch (arguments.getFirst()) {
            case "up" -> up(arguments.contains("--fresh"));
            case "demo" -> demo();
            case "bench" -> bench(arguments.get(1), arguments.subList(2, arguments.size()));
            case "chaos" -> Chaos.run(ChaosOptions.of(arguments.subList(1, arguments.size())), System.out);
            case "prepare" -> KeycloakProgram.ready();
            default -> throw new PartFailed("unknown command " + arguments.getFirst());
        }
    }

    private static void bench(String what, List<String> options) throws IOException {
        switch (what) {
            case "rest" -> Bench.rest(BenchOptions.of(options), System.out);
            case "gateway" -> GatewayBench.run(GatewayOptions.of(options), System.out);
            default -> throw new PartFailed("nothing is measured of " + what);
        }
    }

    /** Leaves the stack as it finds it. */
    private static void demo() {
        Settings settings = Settings.current();
        if (LocalStack.running(settings.home())) {
            Demo.play(settings.ports(), System.out);
        } else {
            try (var stack = LocalStack.up(settings, false)) {
                Demo.play(settings.ports(), System.out);
            }
        }
    }

    private static void up(boolean fresh) throws InterruptedException {
        Settings settings = Settings.current();
        try (var stack = LocalStack.up(settings, fresh)) {
            System.out.println(new Summary(settings).text());
            new CountDownLatch(1).await();
        }
    }
}
