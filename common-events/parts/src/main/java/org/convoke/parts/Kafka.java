package org.convoke.parts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An Apache Kafka broker, its own controller (KRaft), in a JVM of its own with a class path of its own. */
public final class Kafka extends Part {

    private static final String SETTINGS = """
            process.roles=broker,controller
            node.id=1
            controller.quorum.voters=1@127.0.0.1:%2$d
            listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d%4$s
            advertised.listeners=PLAINTEXT://127.0.0.1:%1$d%5$s
            listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,DETOUR:PLAINTEXT
            controller.listener.names=CONTROLLER
            log.dirs=%3$s
            auto.create.topics.enable=false
            offsets.topic.num.partitions=4
            offsets.topic.replication.factor=1
            transaction.state.log.num.partitions=4
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            share.coordinator.state.topic.num.partitions=1
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.min.isr=1
            group.initial.rebalance.delay.ms=0
            broker.session.timeout.ms=1500
            broker.heartbeat.interval.ms=300
            log.segment.bytes=67108864
            log.cleaner.dedupe.buffer.size=16777216
            metadata.log.segment.bytes=16777216
            """;

    private final @Nullable Detour detour;

    /**
     * A second way to the broker: whoever comes on {@code port} is told to go on by {@code by}, where a proxy may stand.
     */
    public record Detour(int port, int by) {}

    /** Not started yet. */
    public Kafka(Place place, int port) {
        this(place, port, null);
    }

    /** Not started yet; to be reached in two ways. */
    public Kafka(Place place, int port, @Nullable Detour detour) {
        super("kafka", place, port);
        this.detour = detour;
    }

    @Override
    public List<Integer> ports() {
        return detour == null ? List.of(port()) : List.of(port(), detour.port());
    }

    /** Starts on the data in {@code home}; port 0 is a free one. */
    public static Kafka start(Path home, int port) {
        return Part.launched(port, on -> new Kafka(Place.in(home), on));
    }

    /** The broker that runs, or ran, in {@code home}. */
    static Kafka at(Path home, int port) {
        return new Kafka(Place.in(home), port);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port();
    }

    @Override
    protected List<String> command() throws IOException {
        Path settings = place().pid().resolveSibling("kafka.properties");
        Files.writeString(
                settings,
                SETTINGS.formatted(
                        port(),
                        Port.free(),
                        place().data(),
                        detour == null ? "" : listener(detour.port()),
                        detour == null ? "" : listener(detour.by())));
        if (!Files.exists(place().data().resolve("meta.properties"))) {
            Completed.run(
                    jvm("kafka.tools.StorageTool", "format", "--cluster-id=" + clusterId(), "-c", settings.toString()),
                    place().log());
        }
        return jvm("kafka.Kafka", settings.toString());
    }

    private static String listener(int port) {
        return ",DETOUR://127.0.0.1:" + port;
    }

    /** A metadata answer that names a broker: the controller has let it in. */
    @Override
    protected boolean answers() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(2000);
            byte[] request = ByteBuffer.allocate(14)
                    .putShort((short) 3) // Metadata
                    .putShort((short) 1) // its version
                    .putInt(1) // correlation id
                    .putShort((short) -1) // no client id
                    .putInt(0) // no topics
                    .array();
            var out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(request.length);
            out.write(request);
            var in = new DataInputStream(socket.getInputStream());
            in.skipNBytes(8); // size, correlation id
            return in.readInt() > 0;
        }
    }

    private static List<String> jvm(String main, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Platform.java(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss.SSS",
                "-cp",
                classpath(),
                main));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Written by the build: the broker's jars are no business of whoever uses this class. */
    private static String classpath() throws IOException {
        try (var in = Kafka.class.getResourceAsStream("kafka.classpath")) {
            return new String(Objects.requireNonNull(in, "kafka.classpath").readAllBytes(), UTF_8).strip();
        }
    }

    private static String clusterId() {
        var id = UUID.randomUUID();
        var bytes = ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
