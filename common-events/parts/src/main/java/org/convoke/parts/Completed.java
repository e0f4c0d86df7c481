package org.convoke.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Programs that are run to their end. */
public final class Completed {

    private Completed() {}

    /** Runs the program to its end, its output in {@code log}. */
    public static void run(List<String> command, Path log) throws IOException {
        Process process = Lifeline.start(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())));
        try {
            int exit = process.waitFor();
            if (exit != 0) {
                throw new PartFailed(Path.of(command.getFirst()).getFileName() + " ended with " + exit + ":\n"
                        + Files.readString(log));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted while running " + command.getFirst(), e);
        }
    }

    /** Whether the program exists and ends well; what it says is of no interest. */
    static boolean succeeds(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // there is no such program
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
