package org.convoke.local.bench.gateway;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.convoke.local.Settings;
import org.convoke.local.bench.CpuTime;
import org.convoke.local.bench.Deadline;
import org.convoke.parts.Issuer;

/** The gateway and the raw server with the same listeners: many who are idle, then the members of groups. */
final class Contest implements AutoCloseable {

    private static final Duration VALID = Duration.ofHours(1);
    private static final int TINY = 10;

    private final EventLoopGroup thread = new NioEventLoopGroup(1);
    private final GatewayOptions options;
    private final Room tiny;
    private final Room small;
    private final Room large;
    private final Facts facts;
    private final RawVoice rawVoice;
    private final Supplier<Side> ours;
    private final Supplier<Side> raw;

    Contest(GatewayOptions options, Settings settings, RawPart server, Issuer issuer) throws IOException {
        this.options = options;
        this.tiny = Room.of("tiny", Math.min(TINY, options.few()));
        this.small = Room.of("small", options.few());
        this.large = Room.of("large", options.large());
        this.facts = new Facts(settings.ports().kafka());
        this.rawVoice = new RawVoice(server.control());
        var cpu = new CpuTime(settings.home(), List.of("realtime-gateway", RawPart.NAME, "redis", "kafka"));
        Wire wire = options.wire().of(settings.ports().gateway(), tokens(issuer));
        this.ours = () -> new Side("realtime-gateway", new Sockets(thread, wire), facts, cpu);
        Wire rawWire = new RawWire(server.port(), this::rooms);
        this.raw = () -> new Side(RawPart.NAME, new Sockets(thread, rawWire), rawVoice, cpu);
    }

    EventLoopGroup thread() {
        return thread;
    }

    private List<String> tokens(Issuer issuer) {
        return IntStream.range(0, options.connections())
                .parallel()
                .mapToObj(i -> issuer.token(person(i)).expiresIn(VALID).mint())
                .toList();
    }

    private static String person(int listener) {
        return Report.text("bench-%05d", listener);
    }

    private String rooms(int listener) {
        return Stream.of(large, small, tiny)
                .filter(room -> listener < room.members())
                .map(Room::name)
                .collect(Collectors.joining(",", "public,", ""));
    }

    void crowd(Report report) {
        report.say(Report.text("%,d listeners of the gateway …", options.connections()));
        Crowding mine = crowd(ours.get(), true);
        report.say(Report.text("%,d listeners of the raw server …", options.connections()));
        Crowding reference = crowd(raw.get(), false);
        String idle = Report.text("idle, KiB a connection from %,d to %,d", options.few(), options.connections());
        report.compare(idle, mine.kibibytes(), reference.kibibytes(), "≤ 12 KiB");
        report.compare("sign-ins per s until ready", mine.perSecond(), reference.perSecond(), "");
        String broadcast = Report.text("broadcast to %,d, ms to the last", options.connections());
        report.compare(
                broadcast, mine.broadcast().millis(), reference.broadcast().millis(), "≤ 1.3 ×");
        report.compare(
                "… server CPU s per 100 000 deliveries",
                mine.broadcast().cpuSeconds("realtime-gateway"),
                reference.broadcast().cpuSeconds(RawPart.NAME),
                "");
    }

    private Crowding crowd(Side side, boolean first) {
        try (Sockets sockets = side.sockets()) {
            if (first) {
                found(side);
            }
            return Crowding.of(side, options.few(), options.connections());
        }
    }

    /** Makes the groups, and has the raw server say what their members hear. */
    private void found(Side side) {
        side.sockets().upTo(1);
        List<Room> groups = List.of(tiny, small, large);
        groups.forEach(room -> facts.found(room, Contest::person));
        for (Room room : List.of(tiny, small, large, Room.ofAll(1))) {
            rawVoice.say(room, side.tell(room.only(1), 1, 1).sample());
        }
    }

    void fanOut(Deadline deadline, Report report) {
        Side mine = ours.get();
        Side reference = raw.get();
        try (Sockets sockets = mine.sockets();
                Sockets rawSockets = reference.sockets()) {
            sockets.upTo(large.members());
            rawSockets.upTo(large.members());
            new FanOut(mine, reference, deadline, report).run(tiny, List.of(small, large));
        }
    }

    @Override
    public void close() throws IOException {
        facts.close();
        rawVoice.close();
        thread.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
