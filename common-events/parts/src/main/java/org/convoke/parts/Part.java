package org.convoke.parts;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** A program with a port that can be killed, frozen and started again on the same data and the same port. */
public abstract class Part implements AutoCloseable {

    private static final int ATTEMPTS = 5;

    private static final Duration POLL = Duration.ofMillis(100);

    private final String name;
    private final Place place;
    private final int port;
    private final ChildProcess process;

    protected Part(String name, Place place, int port) {
        this.name = name;
        this.place = place;
        this.port = port;
        this.process = new ChildProcess(name, place);
    }

    /** The program and its arguments; may prepare the data first. */
    protected abstract List<String> command() throws IOException;

    /** Whether the program serves; throws or answers false as long as it does not. */
    protected abstract boolean answers() throws Exception;

    protected Map<String, String> environment() {
        return Map.of();
    }

    /** How long a start may take. */
    protected Duration patience() {
        return Duration.ofSeconds(60);
    }

    /** A part that serves, on the port or, for 0, on a free one; should another program snatch that, on the next. */
    static <P extends Part> P launched(int port, IntFunction<P> on) {
        for (int attempt = 1; ; attempt++) {
            P part = on.apply(Port.orFree(port));
            try {
                part.launch();
                return part;
            } catch (PortTaken e) {
                if (port != 0 || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Starts the program and returns when it serves. */
    public final void launch() {
        ports().stream().filter(Port::taken).findFirst().ifPresent(taken -> {
            throw new PortTaken(name, taken);
        });
        place.made();
        try {
            process.start(command(), environment());
        } catch (IOException e) {
            throw new PartFailed(name + " cannot start: " + e.getMessage(), e);
        }
        awaitAnswer();
    }

    public final String name() {
        return name;
    }

    public final int port() {
        return port;
    }

    /** Every port it takes. */
    public List<Integer> ports() {
        return List.of(port);
    }

    public final Place place() {
        return place;
    }

    public final long pid() {
        return process.pid();
    }

    public final boolean alive() {
        return process.alive();
    }

    /** Completes when the process ends. */
    public final CompletableFuture<?> ended() {
        return process.ended();
    }

    /** SIGKILL, as a power cut would do. */
    public final void kill() {
        process.kill();
    }

    /** Ends the process if it lives and starts it again: same data, same port. */
    public final void restart() {
        close();
        launch();
    }

    /** SIGSTOP: the port still takes connections and nobody answers. */
    public final void pause() {
        process.pause();
    }

    /** SIGCONT. */
    public final void resume() {
        process.resume();
    }

    /** A clean stop; after ten seconds a kill. */
    @Override
    public void close() {
        stop(Signal.TERM);
    }

    final void stop(Signal signal) {
        process.stop(signal, Duration.ofSeconds(10));
    }

    private void awaitAnswer() {
        Instant deadline = Instant.now().plus(patience());
        Exception last = null;
        while (Instant.now().isBefore(deadline)) {
            try {
                if (answers()) {
                    return;
                }
            } catch (Exception e) {
                last = e;
            }
            if (!process.alive()) {
                throw failure(" ended while starting", last);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        process.kill();
        throw failure(
                " did not answer on port " + port + " within " + patience().toSeconds() + " s", last);
    }

    private PartFailed failure(String what, Exception cause) {
        return new PartFailed(name + what + "; the end of " + place.log() + ":\n" + process.tail(), cause);
    }
}
