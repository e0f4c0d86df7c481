package org.convoke.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.convoke.parts.Part;
import org.convoke.parts.PartFailed;
import org.convoke.parts.Port;
import org.convoke.parts.Redis;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private Home home;

    @BeforeEach
    void home() {
        home = new Home(folder);
    }

    @Test
    void aPartThatDiesIsStartedAgainUntilTheStackIsClosed() {
        Redis store = redis("store");
        Redis service = redis("service");
        var stack = up(List.of(store), List.of(service));
        long first = store.pid();

        store.kill();
        await().until(() -> store.alive() && store.pid() != first);
        assertThat(told.toString()).contains("died, starting it again");

        stack.close();
        assertThat(store.alive()).isFalse();
        assertThat(service.alive()).isFalse();
    }

    @Test
    void aPartThatCannotStartStopsWhatHasBeenStarted() {
        Redis store = redis("store");
        assertThatThrownBy(() -> up(List.of(store), List.of(new Broken(home, Port.free()))))
                .isInstanceOf(PartFailed.class)
                .hasMessageContaining("broken ended while starting")
                .hasMessageContaining("no such thing");
        assertThat(store.alive()).isFalse();
        assertThat(LocalStack.running(home)).isFalse();
    }

    @Test
    void aTakenPortIsToldBeforeAnythingIsStarted() throws Exception {
        Redis store = redis("store");
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> up(List.of(store), List.of(new Broken(home, taken.getLocalPort()))))
                    .isInstanceOf(PartFailed.class)
                    .hasMessageStartingWith("port " + taken.getLocalPort() + ", which broken needs, is taken");
        }
        assertThat(home.place("store").pid()).doesNotExist();
    }

    @Test
    void dataIsKeptUnlessTheStackBeginsAnew() {
        Redis store = redis("store");
        up(List.of(store), List.of()).close();
        assertThat(store.place().data().resolve("appendonly.aof")).exists();
        Path mark = store.place().data().resolve("mark");
        assertThat(mark.toFile().mkdir()).isTrue();

        up(List.of(store), List.of()).close();
        assertThat(mark).exists();
        LocalStack.up(home, new Plan(List.of(store), List.of(), List.of()), progress(), true)
                .close();
        assertThat(mark).doesNotExist();
    }

    private LocalStack up(List<Part> stores, List<Part> services) {
        return LocalStack.up(home, new Plan(stores, List.of(), services), progress(), false);
    }

    private Progress progress() {
        return new Progress(new PrintStream(told, true));
    }

    private Redis redis(String name) {
        return new Redis(home.place(name), Port.free());
    }

    /** Ends at once, with a word in its log. */
    private static final class Broken extends Part {

        Broken(Home home, int port) {
            super("broken", home.place("broken"), port);
        }

        @Override
        protected List<String> command() {
            return List.of("sh", "-c", "echo no such thing; exit 3");
        }

        @Override
        protected boolean answers() {
            return false;
        }
    }
}
