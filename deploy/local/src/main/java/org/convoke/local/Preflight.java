package org.convoke.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.convoke.parts.Part;
import org.convoke.parts.PartFailed;
import org.convoke.parts.Port;

/** What would make a start fail, found before anything is started. */
final class Preflight {

    private static final long GIBIBYTE = 1L << 30;

    private Preflight() {}

    static void disk(Home home) {
        Path folder = home.folder();
        try {
            Files.createDirectories(folder);
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < GIBIBYTE) {
                throw new PartFailed(
                        "the disk is full: %d MiB are free for %s, 1024 are needed".formatted(free >> 20, folder));
            }
        } catch (IOException e) {
            throw new PartFailed("cannot write to " + folder + ": " + e.getMessage(), e);
        }
    }

    static void ports(List<Part> parts) {
        for (Part part : parts) {
            for (int port : part.ports()) {
                if (Port.taken(port)) {
                    throw new PartFailed("port %d, which %s needs, is taken by another program; CONVOKE_PORT_OFFSET"
                                    .formatted(port, part.name())
                            + " moves every port of the stack");
                }
            }
        }
    }
}
