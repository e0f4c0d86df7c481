package org.convoke.local;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.convoke.parts.Part;
import org.convoke.parts.PartFailed;

/** Parts that run: one that dies is started again, until the stack is closed and all of them are stopped. */
final class Stack implements AutoCloseable {

    private final Plan plan;
    private final Progress progress;
    private final Revival revival;
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private volatile boolean started;
    private volatile boolean closing;

    Stack(Plan plan, Progress progress) {
        this.plan = plan;
        this.progress = progress;
        this.revival = new Revival(progress, () -> closing);
    }

    /** Starts the parts, side by side where they can be; returns when all serve, throws as soon as one fails. */
    void start() {
        started = true;
        CompletableFuture<Void> services =
                together(plan.stores(), this::start).thenCompose(stores -> together(plan.services(), this::start));
        CompletableFuture<Void> all = CompletableFuture.allOf(together(plan.beside(), this::start), services);
        try {
            CompletableFuture.anyOf(failure, all).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof PartFailed failed ? failed : e;
        }
    }

    /** Ends the services first, then what they stand on. */
    @Override
    public synchronized void close() {
        if (closing) {
            return;
        }
        closing = true;
        if (!started) {
            return;
        }
        progress.stopping();
        together(plan.services(), Part::close).join();
        together(Stream.concat(plan.stores().stream(), plan.beside().stream()).toList(), Part::close)
                .join();
        progress.stopped();
    }

    private void start(Part part) {
        if (closing) {
            throw new PartFailed(part.name() + " was not started: the stack is being stopped");
        }
        Instant begin = Instant.now();
        try {
            part.launch();
        } catch (RuntimeException e) {
            failure.completeExceptionally(e);
            throw e;
        }
        progress.ready(part, Duration.between(begin, Instant.now()));
        revival.watch(part);
    }

    private static CompletableFuture<Void> together(List<Part> parts, Consumer<Part> action) {
        return CompletableFuture.allOf(parts.stream()
                .map(part -> CompletableFuture.runAsync(() -> action.accept(part), Thread::startVirtualThread))
                .toArray(CompletableFuture[]::new));
    }
}
