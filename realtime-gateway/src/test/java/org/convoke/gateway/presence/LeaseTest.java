package org.convoke.gateway.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.convoke.gateway.Told.someone;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Future;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.convoke.gateway.GwClient;
import org.convoke.gateway.Told;
import org.convoke.gateway.presence.Records.Attendant;
import org.convoke.gateway.session.HubThread;
import org.convoke.gateway.stream.StreamName;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pods that die, freeze or lose what they wrote; the other pod writes by the same classes as ours. */
@QuarkusTest
@TestProfile(QuickPresence.class)
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class LeaseTest {

    private static final Duration LEASE = Duration.ofSeconds(6);

    @TestHTTPResource
    URL url;

    @Inject
    Records records;

    @Inject
    Announcements announcements;

    @Inject
    PresenceHub hub;

    @Inject
    HubThread thread;

    @Inject
    RedisDataSource redis;

    private final Told told = new Told();
    private final String ann = someone("ann");
    private final String ben = someone("ben");
    private Watcher watcher;
    private Lease other;

    @BeforeEach
    void annWatchesBenWhoIsOnAnotherPod() {
        told.invited(ann, ben);
        watcher = Watcher.of(url.getPort(), ann, "desk");
        watcher.watch(ben);
        other = new Lease(records, someone("gateway"), LEASE);
        assertThat(done(other.renew())).isTrue();
    }

    @AfterEach
    void silence() {
        watcher.close();
        told.close();
    }

    private void holds(Attendant... sessions) {
        announcements.tell(done(records.hold(ben, other.holder().orElseThrow(), List.of(sessions)))
                .changes());
    }

    @Test
    void thePeopleOfADeadPodAreGoneOnceItsLeaseHasEnded() {
        holds(new Attendant("s1", "phone", false));
        watcher.isTold(ben, "ONLINE 1");
        long died = System.nanoTime();
        watcher.isTold(ben, "OFFLINE 0");
        assertThat(Duration.ofNanos(System.nanoTime() - died)).isLessThan(LEASE.plusSeconds(4));
        watcher.isToldNothingMore(ben, Duration.ofSeconds(2));
        assertThat(watcher.states(ben)).containsExactly("OFFLINE 0", "ONLINE 1", "OFFLINE 0");
        await().untilAsserted(
                        () -> assertThat(leases()).doesNotContain(other.holder().orElseThrow()));
    }

    @Test
    void aPodThatRenewsItsLeaseKeepsItsPeople() {
        holds(new Attendant("s1", "phone", false));
        watcher.isTold(ben, "ONLINE 1");
        long end = System.nanoTime() + LEASE.plusSeconds(3).toNanos();
        await().pollInterval(Duration.ofSeconds(1))
                .atMost(LEASE.multipliedBy(3))
                .until(() -> {
                    assertThat(done(other.renew())).isFalse();
                    return System.nanoTime() > end;
                });
        assertThat(watcher.states(ben)).containsExactly("OFFLINE 0", "ONLINE 1");
    }

    @Test
    void aPodThatDiesWithinTheGraceLeavesNobodyBehind() {
        holds(new Attendant("s1", "phone", false));
        watcher.isTold(ben, "ONLINE 1");
        holds();
        watcher.isTold(ben, "OFFLINE 0");
    }

    @Test
    void whoHasComeToAnotherPodStaysHere() {
        holds(new Attendant("s1", "phone", false));
        watcher.isTold(ben, "ONLINE 1");
        try (Watcher again = Watcher.of(url.getPort(), ben, "phone")) {
            again.set("BUSY");
            watcher.isTold(ben, "BUSY 1");
            await().atMost(LEASE.plusSeconds(5))
                    .untilAsserted(() ->
                            assertThat(leases()).doesNotContain(other.holder().orElseThrow()));
            assertThat(watcher.states(ben)).containsExactly("OFFLINE 0", "ONLINE 1", "BUSY 1");
        }
    }

    @Test
    void aPodThatWasFrozenTakesItsPeopleToANewHolder() {
        holds(new Attendant("s1", "phone", false));
        watcher.isTold(ben, "ONLINE 1");
        watcher.isTold(ben, "OFFLINE 0");
        String dead = other.holder().orElseThrow();
        holds(new Attendant("s1", "phone", false), new Attendant("s2", "tablet", false));
        assertThat(done(other.renew())).isTrue();
        assertThat(other.holder().orElseThrow()).isNotEqualTo(dead);
        holds(new Attendant("s1", "phone", false));
        watcher.isTold(ben, "ONLINE 1");
        assertThat(watcher.states(ben)).contains("ONLINE 2");
    }

    @Test
    void aChangeIsAnnouncedByOnePodHoweverManyLook() {
        holds(new Attendant("s1", "phone", false));
        holds();
        watcher.isTold(ben, "ONLINE 1");
        String holder = other.holder().orElseThrow();
        long announced = done(Future.all(IntStream.range(0, 20)
                        .mapToObj(each -> records.choose(ben, Choice.BUSY))
                        .toList()))
                .<Settled>list()
                .stream()
                .mapToLong(each -> each.changes().size())
                .sum();
        assertThat(announced).isEqualTo(1);
        long gone = await().pollInterval(Duration.ofMillis(50))
                .until(
                        () -> IntStream.range(0, 5)
                                .mapToObj(each -> done(records.hold(ben, holder, List.of())))
                                .mapToLong(each -> each.changes().size())
                                .sum(),
                        changes -> changes > 0);
        assertThat(gone).isEqualTo(1);
        assertThat(done(records.hold(ben, holder, List.of())).changes()).isEmpty();
    }

    @Test
    void whatRedisHasLostIsWrittenAgain() {
        try (GwClient phone = GwClient.signedIn(url.getPort(), ben, "phone")) {
            watcher.isTold(ben, "ONLINE 1");
            String tag = "gw:" + StreamName.inbox(ben).tag();
            redis.key().del(tag + ":a:" + ben, tag + ":y:" + ben);
            redis.key().del("gw:" + new StreamName("leases").tag() + ":k:leases");
            thread.run(hub::check);
            watcher.isToldNothingMore(ben, Duration.ofSeconds(3));
            assertThat(redis.hash(String.class).hget(tag + ":a:" + ben, "shown"))
                    .startsWith("ONLINE|1");
            assertThat(leases()).isNotEmpty();
        }
        watcher.isTold(ben, "OFFLINE 0");
    }

    private List<String> leases() {
        return redis.sortedSet(String.class).zrange("gw:" + new StreamName("leases").tag() + ":k:leases", 0, -1);
    }

    private static <T> T done(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
