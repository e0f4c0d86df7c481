package org.convoke.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.convoke.parts.PartFailed;
import org.convoke.parts.Platform;
import org.convoke.parts.Port;
import org.convoke.parts.Redis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

    @TempDir
    Path folder;

    private Process launcher;

    @BeforeEach
    void start() throws IOException {
        launcher = launch();
        new BufferedReader(new InputStreamReader(launcher.getInputStream()))
                .lines()
                .anyMatch("up"::equals);
        assertThat(part().isAlive()).isTrue();
    }

    @AfterEach
    void stop() {
        launcher.destroyForcibly();
    }

    @Test
    void sigtermEndsEveryPart() throws Exception {
        ProcessHandle part = part();
        launcher.destroy();
        assertThat(launcher.waitFor()).isEqualTo(128 + 15);
        assertThat(part.isAlive()).isFalse();
    }

    @Test
    void aLauncherThatIsKilledLeavesNoOrphan() throws Exception {
        ProcessHandle part = part();
        launcher.destroyForcibly();
        await().until(() -> !part.isAlive());
        await().until(() -> !LocalStack.running(new Home(folder)));
    }

    @Test
    void aSecondLauncherOfTheSameHomeSaysSoAndDoesNoHarm() throws Exception {
        Process second = launch();
        assertThat(second.waitFor()).isEqualTo(1);
        assertThat(new String(second.getErrorStream().readAllBytes()))
                .isEqualTo("convoke: the stack is already up: process %d holds %s%n".formatted(launcher.pid(), folder));
        assertThat(part().isAlive()).isTrue();
        assertThat(LocalStack.running(new Home(folder))).isTrue();
    }

    private ProcessHandle part() throws IOException {
        Path pid = new Home(folder).place("redis").pid();
        return ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
    }

    private Process launch() throws IOException {
        return new ProcessBuilder(
                        Platform.java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Launcher.class.getName(),
                        folder.toString())
                .start();
    }

    /** A launcher like ours, of one part. */
    static final class Launcher {

        public static void main(String[] arguments) throws InterruptedException {
            Home home = new Home(Path.of(arguments[0]));
            var plan = new Plan(List.of(new Redis(home.place("redis"), Port.free())), List.of(), List.of());
            try (var stack = LocalStack.up(home, plan, new Progress(System.out), false)) {
                System.out.println("up");
                new CountDownLatch(1).await();
            } catch (PartFailed e) {
                System.err.println("convoke: " + e.getMessage());
                System.exit(1);
            }
        }
    }
}
