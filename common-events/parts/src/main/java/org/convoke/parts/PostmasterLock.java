package org.convoke.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL's {@code postmaster.pid}, which keeps two servers from one data folder.
 *
 * <p>A server that was killed leaves it behind, and its successor refuses to start while a process of that id exists:
 * a zombie that nobody has reaped yet, or a stranger that got the id after a reboot. An id that is the successor's own
 * parent's it knows to be stale, and goes on to check the shared memory named in the file, which is the check that matters.
 */
record PostmasterLock(Path file) {

    static PostmasterLock in(Path data) {
        return new PostmasterLock(data.resolve("postmaster.pid"));
    }

    /** Puts our own id in the place of one that is no running server's. */
    void inheritIfStale() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        if (!lines.isEmpty() && !serves(Long.parseLong(lines.getFirst().strip()))) {
            lines.set(0, String.valueOf(ProcessHandle.current().pid()));
            Files.write(file, lines);
        }
    }

    /** A zombie has no program any more. */
    private static boolean serves(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .filter(program -> program.endsWith("postgres"))
                .isPresent();
    }
}
