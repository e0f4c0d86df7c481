package org.convoke.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** The user's cache of unpacked programs: a folder in it is always whole, whoever else is filling it. */
public final class Cache {

    private Cache() {}

    /** The folder of that name; filled first if there is none. */
    public static Path folder(String name, Filling filling) throws IOException {
        Path cache = root();
        Path folder = cache.resolve(name);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Files.createDirectories(cache);
        Path fresh = Files.createTempDirectory(cache, "filling-");
        try {
            filling.into(fresh);
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            return Files.move(fresh, folder);
        } catch (IOException | RuntimeException e) {
            Folder.delete(fresh);
            if (Files.isDirectory(folder)) {
                return folder; // another was faster
            }
            throw e;
        }
    }

    private static Path root() {
        return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("convoke");
    }

    /** Puts the content into an empty folder, which is given its name when that is done. */
    @FunctionalInterface
    public interface Filling {
        void into(Path folder) throws IOException;
    }
}
