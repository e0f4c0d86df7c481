package org.convoke.parts;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Programs from the class path, unpacked once per version. */
final class Unpacked {

    private Unpacked() {}

    /** The folder with the content of the resource {@code archive}, a .txz. */
    static Path archive(String name, String archive) throws IOException {
        return folder(name, archive, folder -> {
            try (var in = new TarArchiveInputStream(new XZCompressorInputStream(open(archive)))) {
                untar(in, folder);
            }
        });
    }

    /** The resource {@code file} as an executable. */
    static Path executable(String name, String file) throws IOException {
        Path folder = folder(name, file, made -> {
            try (InputStream in = open(file)) {
                Path program = made.resolve(name);
                Files.copy(in, program);
                Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        });
        return folder.resolve(name);
    }

    private static Path folder(String name, String resource, Cache.Filling filling) throws IOException {
        return Cache.folder(name + "-" + Long.toHexString(fingerprint(resource)), filling);
    }

    private static long fingerprint(String resource) throws IOException {
        try (var in = new CheckedInputStream(open(resource), new CRC32())) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.getChecksum().getValue();
        }
    }

    private static InputStream open(String resource) {
        var stream = Unpacked.class.getClassLoader().getResourceAsStream(resource);
        return new BufferedInputStream(Objects.requireNonNull(stream, resource));
    }

    private static void untar(TarArchiveInputStream in, Path folder) throws IOException {
        for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            Path target = folder.resolve(entry.getName()).normalize();
            if (!target.startsWith(folder)) {
                throw new IOException("entry outside of its archive: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(target);
                continue;
            }
            Files.createDirectories(target.getParent());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            } else {
                Files.copy(in, target);
                boolean program = (entry.getMode() & 0111) != 0;
                Files.setPosixFilePermissions(
                        target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }
}
