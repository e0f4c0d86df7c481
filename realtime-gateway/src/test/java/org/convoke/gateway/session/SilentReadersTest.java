package org.convoke.gateway.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.convoke.gateway.Told.someone;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.convoke.events.GroupEvent.GroupUpdated;
import org.convoke.events.GroupSnapshot;
import org.convoke.gateway.GwClient;
import org.convoke.gateway.RawSocket;
import org.convoke.gateway.Told;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hundreds of clients that never read: their memory is bounded, they are sent away, and who reads notices nothing. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class SilentReadersTest {

    /** 100 in the long form: a thousand clients. */
    private static final int PEOPLE = Integer.getInteger("silent.people", 15);

    private static final int DEVICES = 10;
    private static final long MIB = 1 << 20;
    private static final Duration LONG = Duration.ofSeconds(60);

    @TestHTTPResource
    URL url;

    @Inject
    Hub hub;

    @Inject
    HubThread thread;

    private final Told told = new Told();
    private final String ann = someone("ann");
    private final Queue<RawSocket> silent = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService hearts = Executors.newSingleThreadScheduledExecutor();

    @BeforeEach
    void everybodyIsAlive() {
        hearts.scheduleWithFixedDelay(() -> silent.removeIf(SilentReadersTest::isGone), 5, 5, TimeUnit.SECONDS);
    }

    private static boolean isGone(RawSocket socket) {
        try {
            socket.send(RawSocket.TEXT, true, "{\"t\":\"pong\"}".getBytes(UTF_8));
            return false;
        } catch (UncheckedIOException closed) {
            return true;
        }
    }

    @AfterEach
    void silence() {
        hearts.shutdownNow();
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
        try (GwClient reader = GwClient.signedIn(url.getPort(), ann, "phone")) {
            people.forEach(this::comeAndDoNotRead);
            await().atMost(LONG).until(() -> sessions() == PEOPLE * DEVICES + 1);
            long before = usedMemory();
            long peak = 0;
            int events = 0;
            while (sessions() > 1) {
                assertThat(events).isLessThan(2_000);
                events += update(group, PEOPLE + 2 + events, 60);
                int sent = events;
                await().atMost(LONG).until(() -> reader.events("group:updated").size() == sent);
                peak = Math.max(peak, usedMemory());
            }
            assertThat(peak - before).as("of %d events", events).isLessThan(96 * MIB);
            List<Long> order = reader.events("group:updated").stream()
                    .map(event -> event.path("s").asLong())
                    .toList();
            assertThat(order).isSorted().doesNotHaveDuplicates().hasSize(events);
        }
    }

    private int update(GroupSnapshot group, long seq, int times) {
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
        LongStream.range(seq, seq + times)
                .forEach(each -> told.about(group, each, new GroupUpdated(large, ann, List.of("description"))));
        return times;
    }

    private void comeAndDoNotRead(String person) {
        for (int device = 0; device < DEVICES; device++) {
            RawSocket socket = await().atMost(LONG)
                    .pollDelay(Duration.ZERO)
                    .until(() -> RawSocket.open(url.getPort()), each -> each.status() == 101);
            silent.add(socket);
            String auth = "{\"t\":\"auth\",\"id\":1,\"d\":{\"token\":\"" + GwClient.token(person)
                    + "\",\"device\":\"device-" + device + "\"}}";
            socket.send(RawSocket.TEXT, true, auth.getBytes(UTF_8));
        }
    }

    private int sessions() {
        CompletableFuture<Integer> count = new CompletableFuture<>();
        thread.run(() -> count.complete(hub.sessions().size()));
        return count.join();
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
