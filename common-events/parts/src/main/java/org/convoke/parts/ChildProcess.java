package org.convoke.parts;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A program that runs as a direct child of this JVM, known by its process id file, and dies with this JVM. */
final class ChildProcess {

    private static final Duration DEATH = Duration.ofSeconds(10);
    private static final long TAIL = 3_000;

    /** How far the clocks of processes and files may differ. */
    private static final Duration CLOCKS = Duration.ofSeconds(2);

    private final String name;
    private final Place place;

    ChildProcess(String name, Place place) {
        this.name = name;
        this.place = place;
    }

    /** Starts the program; its output is appended to the log. */
    void start(List<String> command, Map<String, String> environment) {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(place.log().toFile()));
        builder.environment().putAll(environment);
        try {
            place.rollLog();
            note(Lifeline.start(builder).pid());
        } catch (IOException e) {
            throw new PartFailed(name + " cannot be started: " + e.getMessage(), e);
        }
    }

    /** In one step: a reader finds no half of it. */
    private void note(long pid) throws IOException {
        Path fresh = place.pid().resolveSibling(place.pid().getFileName() + ".new");
        Files.writeString(fresh, pid + "\n");
        Files.move(fresh, place.pid(), StandardCopyOption.ATOMIC_MOVE);
    }

    boolean alive() {
        return handle().isPresent();
    }

    /** The id of the process, whether it lives or not. */
    long pid() {
        return lastPid().orElseThrow(() -> new PartFailed(name + " was never started"));
    }

    /** Completes when the process has ended; at once when there is none. */
    CompletableFuture<?> ended() {
        return handle().<CompletableFuture<?>>map(ProcessHandle::onExit)
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    /** SIGKILL to the process and to its own children, which are gone when this returns. */
    void kill() {
        handle().ifPresent(process -> {
            List<ProcessHandle> family = family(process);
            family.forEach(ProcessHandle::destroyForcibly);
            if (!endsWithin(process, DEATH)) {
                throw new PartFailed(name + " (process " + process.pid() + ") survives SIGKILL");
            }
            family.forEach(child -> endsWithin(child, Duration.ofSeconds(1)));
        });
    }

    /** Asks the process to end, and kills it when it has not after {@code grace}. */
    void stop(Signal signal, Duration grace) {
        handle().ifPresent(process -> {
            resume();
            signal.send(List.of(process.pid()));
            if (!endsWithin(process, grace)) {
                kill();
            }
        });
        forget();
    }

    /** Freezes the process and its children: connections stay open and nobody answers. */
    void pause() {
        signalFamily(Signal.STOP);
    }

    /** Lets the frozen go on. */
    void resume() {
        signalFamily(Signal.CONT);
    }

    /** The end of the log. */
    String tail() {
        try (var log = new RandomAccessFile(place.log().toFile(), "r")) {
            log.seek(Math.max(0, log.length() - TAIL));
            var end = new byte[(int) (log.length() - log.getFilePointer())];
            log.readFully(end);
            return new String(end, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "(" + e.getMessage() + ")";
        }
    }

    /** A stopped process needs no id; after a kill it is still told. */
    private void forget() {
        try {
            Files.deleteIfExists(place.pid());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void signalFamily(Signal signal) {
        handle().ifPresent(process ->
                signal.send(family(process).stream().map(ProcessHandle::pid).toList()));
    }

    private static List<ProcessHandle> family(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants()).toList();
    }

    private Optional<ProcessHandle> handle() {
        return lastPid().flatMap(ProcessHandle::of).filter(this::isOurs).filter(ProcessHandle::isAlive);
    }

    /** An id that was noted before the process began has been given to a stranger since. */
    private boolean isOurs(ProcessHandle process) {
        try {
            Instant noted = Files.getLastModifiedTime(place.pid()).toInstant();
            return process.info()
                    .startInstant()
                    .map(begin -> begin.isBefore(noted.plus(CLOCKS)))
                    .orElse(true);
        } catch (NoSuchFileException e) {
            return false; // stopped this moment
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Long> lastPid() {
        try {
            return Optional.of(Long.valueOf(Files.readString(place.pid()).strip()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean endsWithin(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new PartFailed("cannot wait for process " + process.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted while waiting for process " + process.pid(), e);
        }
    }
}
