package org.convoke.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifelineTest {

    @TempDir
    Path home;

    @Test
    void aChildDiesWithAJvmThatIsKilled() throws Exception {
        dies(System.getenv("PATH"));
    }

    @Test
    void aChildDiesWithAJvmThatIsKilledWhereTheKernelDoesNotHelp() throws Exception {
        Path shellOnly = Files.createDirectory(home.resolve("bin"));
        Path shell = Files.writeString(shellOnly.resolve("sh"), "#!/bin/sh\nexec /bin/sh \"$@\"\n");
        Files.setPosixFilePermissions(shell, PosixFilePermissions.fromString("rwxr-xr-x"));
        dies(shellOnly.toString());
    }

    private void dies(String path) throws Exception {
        Process parent = parent(path);
        try (var output = new BufferedReader(new InputStreamReader(parent.getInputStream()))) {
            var child = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
            assertThat(child.isAlive()).isTrue();
            parent.destroyForcibly();
            await().until(() -> !child.isAlive());
        }
    }

    private Process parent(String path) throws IOException {
        var builder = new ProcessBuilder(
                Platform.java(), "-cp", System.getProperty("java.class.path"), Parent.class.getName(), home.toString());
        builder.environment().put("PATH", path);
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /** A JVM that starts a child, says which and waits for its own death. */
    static final class Parent {

        public static void main(String[] arguments) throws InterruptedException {
            var redis = Redis.start(Path.of(arguments[0]), 0);
            System.out.println(redis.pid());
            new CountDownLatch(1).await();
        }
    }
}
