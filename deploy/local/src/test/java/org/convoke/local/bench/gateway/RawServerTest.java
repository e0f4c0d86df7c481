package org.convoke.local.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.convoke.local.Home;
import org.convoke.local.bench.CpuTime;
import org.convoke.parts.Port;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The listeners and the rounds, as they measure the gateway too, on the real raw server. */
class RawServerTest {

    private static final Room ALL = Room.of("all", 50);
    private static final Room SOME = Room.of("some", 5);

    @TempDir
    Path folder;

    @Test
    void everyListenerOfARoomHearsEveryEventOnce() throws Exception {
        Home home = new Home(folder);
        EventLoopGroup thread = new NioEventLoopGroup(1);
        try (var server = new RawPart(home.place(RawPart.NAME), Port.free(), Port.free(), "-Xmx64m")) {
            server.launch();
            Wire wire = new RawWire(server.port(), listener -> listener < 5 ? "all,some" : "all");
            try (var sockets = new Sockets(thread, wire);
                    var voice = new RawVoice(server.control())) {
                sockets.upTo(10);
                sockets.upTo(50);
                voice.say(ALL, "for all #0000000# of you");
                voice.say(SOME, "for some, " + Marker.of(0));
                var side = new Side(RawPart.NAME, sockets, voice, new CpuTime(home, List.of(RawPart.NAME)));
                Round all = side.tell(ALL, 20, 8);
                assertThat(all.frames()).isEqualTo(1_000);
                assertThat(all.sample()).matches("for all #\\d{7}# of you");
                assertThat(side.tell(SOME, 3, 1).frames()).isEqualTo(15);
                assertThat(sockets.lastWord()).isEmpty();
                assertThat(Memory.resident(server.pid())).isGreaterThan(10_000);
            }
        } finally {
            thread.shutdownGracefully(0, 0, TimeUnit.SECONDS);
        }
    }
}
