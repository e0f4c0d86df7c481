package org.convoke.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Where a part keeps its data, writes its log and leaves its process id. */
public record Place(Path data, Path log, Path pid) {

    private static final long LARGE = 16L << 20;

    public Place {
        data = data.toAbsolutePath();
        log = log.toAbsolutePath();
        pid = pid.toAbsolutePath();
    }

    /** Everything in one folder. */
    public static Place in(Path home) {
        return new Place(home.resolve("data"), home.resolve("log"), home.resolve("pid"));
    }

    /** Creates the folders that are missing. */
    Place made() {
        try {
            for (Path folder : List.of(data, log.getParent(), pid.getParent())) {
                Files.createDirectories(folder);
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets a log aside that has grown large, in the place of the one set aside before. */
    void rollLog() throws IOException {
        if (Files.exists(log) && Files.size(log) > LARGE) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
