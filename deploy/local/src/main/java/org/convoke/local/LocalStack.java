package org.convoke.local;

import java.util.Map;

/** The stack of one home, run by this process; however the process ends, the stack ends with it. */
public final class LocalStack implements AutoCloseable {

    private static final Map<String, String> GIVEN =
            Map.of("postgres", Wiring.POSTGRES, "redis", Wiring.REDIS, "kafka", Wiring.KAFKA, "keycloak", Wiring.OIDC);

    private final StackLock lock;
    private final Stack stack;

    private LocalStack(StackLock lock, Stack stack) {
        this.lock = lock;
        this.stack = stack;
    }

    /** Starts all of Convoke and returns when all of it serves and knows the demo people. */
    public static LocalStack up(Settings settings, boolean fresh) {
        var progress = new Progress(System.out);
        GIVEN.forEach((part, variable) ->
                settings.wiring().given(variable).ifPresent(value -> progress.given(part, variable)));
        Plan plan = Plan.of(settings.home(), settings.project(), settings.wiring());
        LocalStack stack = up(settings.home(), plan, progress, fresh);
        if (settings.wiring().given(Wiring.OIDC).isEmpty()) {
            new DemoPeople(settings.ports()).introduce(progress);
        }
        return stack;
    }

    /** Whether a stack runs on that home, in whatever process; it may still be starting. */
    public static boolean running(Home home) {
        return StackLock.held(home);
    }

    static LocalStack up(Home home, Plan plan, Progress progress, boolean fresh) {
        Preflight.disk(home);
        StackLock lock = StackLock.of(home);
        var stack = new LocalStack(lock, new Stack(plan, progress));
        try {
            Preflight.ports(plan.parts());
            if (fresh) {
                home.empty();
            }
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
            stack.stack.start();
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    @Override
    public void close() {
        stack.close();
        lock.close();
    }
}
