package org.convoke.parts;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Ties children to this JVM: when it dies, even by SIGKILL, the kernel or a watchdog kills them. */
final class Lifeline {

    /** The kernel's death signal follows the thread that forked, so one thread that never ends forks them all. */
    private static final ExecutorService FORKER = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("part-forker").daemon().factory());

    /** A session of its own keeps the terminal's Ctrl-C from the child: its owner stops it, in order. */
    private static final List<String> LINUX = List.of("setsid", "setpriv", "--pdeathsig", "KILL", "--");

    private static final boolean KERNEL = works();

    private Lifeline() {}

    /** Starts {@code child}, its command prefixed with what ties it to this JVM. */
    static Process start(ProcessBuilder child) throws IOException {
        if (KERNEL) {
            var command = new ArrayList<>(LINUX);
            command.addAll(child.command());
            return onForker(child.command(command)::start);
        }
        Process started = onForker(child::start);
        Process watchdog = onForker(watchdog(started.pid())::start);
        started.onExit().thenRun(watchdog::destroyForcibly);
        return started;
    }

    /** Its standard input is a pipe from this JVM and ends with it. */
    private static ProcessBuilder watchdog(long pid) {
        String script = "trap '' INT TERM HUP; read -r _; kill -9 " + pid;
        return new ProcessBuilder("sh", "-c", script).redirectErrorStream(true);
    }

    private static Process onForker(Callable<Process> start) throws IOException {
        try {
            return FORKER.submit(start).get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while starting a process", e);
        }
    }

    private static boolean works() {
        var probe = new ArrayList<>(LINUX);
        probe.add("true");
        return Completed.succeeds(probe);
    }
}
