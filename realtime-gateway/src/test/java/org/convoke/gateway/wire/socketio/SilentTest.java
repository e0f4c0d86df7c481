package org.convoke.gateway.wire.socketio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.convoke.gateway.Told.someone;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.convoke.events.GroupEvent.GroupUpdated;
import org.convoke.events.GroupSnapshot;
import org.convoke.gateway.RawSocket;
import org.convoke.gateway.SocketIoClient;
import org.convoke.gateway.Told;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each has positions of its own behind every event; what waits for them is still the same event. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class SilentTest {

    private static final int PEOPLE = Integer.getInteger("silent.people", 15);
    private static final int DEVICES = 10;
    private static final long MIB = 1 << 20;
    private static final Duration LONG = Duration.ofSeconds(60);

    @TestHTTPResource
    URL url;

    @Inject
    MeterRegistry meters;

    private final Told told = new Told();
    private final String ann = someone("ann");
    private final Queue<RawSocket> silent = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        silent.forEach(RawSocket::close);
        told.close();
    }

    @Test
    void clientsThatNeverReadCostLittleAndAreSentAway() {
        GroupSnapshot group = told.groupCreated(ann, "PRIVATE");
        List<String> people =
                IntStream.range(0, PEOPLE).mapToObj(i -> someone("silent")).toList();
        for (int i = 0; i < PEOPLE; i++) {
            told.joined(group, people.get(i), i + 2);
        }
        try (SocketIoClient reader = SocketIoClient.signedIn(url.getPort(), ann)) {
            people.forEach(this::comeAndDoNotRead);
            await().atMost(LONG).until(() -> sessions() == PEOPLE * DEVICES + 1);
            long before = usedMemory();
            long peak = 0;
            int events = 0;
            while (sessions() > 1) {
                assertThat(events).isLessThan(2_000);
                update(group, PEOPLE + 2 + events);
                events += 60;
                int sent = events;
                await().atMost(LONG).until(() -> reader.events("group:updated").size() == sent);
                peak = Math.max(peak, usedMemory());
            }
            assertThat(peak - before).as("of %d events", events).isLessThan(96 * MIB);
        }
    }

    private void update(GroupSnapshot group, long seq) {
        GroupSnapshot large = new GroupSnapshot(
                group.id(),
                "Chess",
                "\u20ac".repeat(2_000),
                "PRIVATE",
                "OPEN",
                "MEMBERS",
                5000,
                1,
                false,
                Map.of(),
                ann,
                Instant.now());
        LongStream.range(seq, seq + 60)
                .forEach(each -> told.about(group, each, new GroupUpdated(large, ann, List.of("description"))));
    }

    private void comeAndDoNotRead(String person) {
        for (int device = 0; device < DEVICES; device++) {
            RawSocket socket = await().atMost(LONG)
                    .pollDelay(Duration.ZERO)
                    .until(
                            () -> RawSocket.open(
                                    url.getPort(), "/socket.io/?EIO=4&transport=websocket", "X-Silent: yes"),
                            each -> each.status() == 101);
            silent.add(socket);
            socket.send(RawSocket.TEXT, true, ("40" + SocketIoClient.auth(person)).getBytes(UTF_8));
        }
    }

    private double sessions() {
        return meters.get("convoke.gateway.sessions")
                .tag("wire", "socketio")
                .gauge()
                .value();
    }

    /** Of the heap and of buffers beside it, after a collection. */
    private static long usedMemory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        return runtime.totalMemory() - runtime.freeMemory() + direct;
    }
}
