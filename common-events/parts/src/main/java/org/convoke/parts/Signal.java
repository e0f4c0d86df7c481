package org.convoke.parts;

import java.io.IOException;
import java.util.Collection;
import java.util.stream.Collectors;

/** The POSIX signals that the JDK has no call for. */
enum Signal {
    INT,
    TERM,
    STOP,
    CONT;

    /** Sends to each process; one that has gone meanwhile is no error. */
    void send(Collection<Long> pids) {
        if (pids.isEmpty()) {
            return;
        }
        String targets = pids.stream().map(String::valueOf).collect(Collectors.joining(" "));
        try {
            new ProcessBuilder("sh", "-c", "kill -s " + name() + " " + targets)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new PartFailed("cannot send SIG" + name() + " to " + targets, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted while sending SIG" + name() + " to " + targets, e);
        }
    }
}
