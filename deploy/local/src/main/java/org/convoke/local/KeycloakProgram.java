package org.convoke.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.convoke.parts.Cache;
import org.convoke.parts.Completed;
import org.convoke.parts.Platform;

/** Keycloak's distribution, unpacked and built for our options once per version. */
record KeycloakProgram(Path folder) {

    private static final List<String> BUILD = List.of("build", "--db=dev-file");

    /** What bin/kc.sh gives the JVM, with a smaller heap and a quicker start. */
    private static final List<String> JVM = List.of(
            "-Xmx384m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:MaxMetaspaceSize=256m",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true");

    /** Unpacks and builds it if that has not been done. */
    static KeycloakProgram ready() throws IOException {
        Path zip = zip();
        String name = zip.getFileName().toString().replace(".zip", "");
        Path folder = Cache.folder(name + "-" + Integer.toHexString(BUILD.hashCode()), made -> {
            unzip(zip, made);
            var program = new KeycloakProgram(made);
            Completed.run(program.command(made, BUILD.toArray(String[]::new)), made.resolve("build.log"));
        });
        return new KeycloakProgram(folder);
    }

    /** Keycloak keeps its data beside its programs, so a home of its own borrows those. */
    void linkInto(Path home) throws IOException {
        for (String borrowed : List.of("lib", "conf", "providers", "themes")) {
            Path link = home.resolve(borrowed);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, folder.resolve(borrowed));
        }
    }

    List<String> command(Path home, String... arguments) {
        var command = new ArrayList<>(List.of(Platform.java()));
        command.addAll(JVM);
        command.addAll(List.of(
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The build notes where Maven keeps it. */
    private static Path zip() throws IOException {
        try (var path = KeycloakProgram.class.getResourceAsStream("keycloak.path")) {
            return Path.of(new String(Objects.requireNonNull(path).readAllBytes(), UTF_8).strip());
        }
    }

    /** Without the folder that everything in the archive is in. */
    private static void unzip(Path zip, Path folder) throws IOException {
        try (var in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path inside = Path.of(entry.getName());
                if (inside.getNameCount() > 1 && !entry.isDirectory()) {
                    Path target = folder.resolve(inside.subpath(1, inside.getNameCount()))
                            .normalize();
                    if (!target.startsWith(folder)) {
                        throw new IOException("entry outside of its archive: " + entry.getName());
                    }
                    Files.createDirectories(target.getParent());
                    Files.copy(in, target);
                }
            }
        }
    }
}
