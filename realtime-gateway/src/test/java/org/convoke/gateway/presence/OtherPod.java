package org.convoke.gateway.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.convoke.gateway.Told.someone;

import io.quarkus.redis.datasource.RedisDataSource;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.convoke.gateway.SideBySide.Story;
import org.convoke.gateway.Told;
import org.convoke.gateway.presence.Records.Attendant;
import org.convoke.gateway.stream.StreamName;

/** A pod beside ours that writes by the same classes; ben is on it, and ann, on ours, watches him. */
final class OtherPod implements AutoCloseable {

    static final Duration LEASE = Duration.ofSeconds(6);

    private final int port;
    private final Records records;
    private final Announcements announcements;
    private final RedisDataSource redis;
    private final Told told = new Told();
    private final String ann = someone("ann");
    private final Lease other;
    final String ben = someone("ben");
    final Watcher watcher;

    OtherPod(int port, Records records, Announcements announcements, RedisDataSource redis) {
        this.port = port;
        this.records = records;
        this.announcements = announcements;
        this.redis = redis;
        told.invited(ann, ben);
        watcher = Watcher.of(port, ann, "desk");
        watcher.watch(ben);
        other = new Lease(records, someone("gateway"), LEASE);
        assertThat(done(other.renew())).isTrue();
    }

    @Override
    public void close() {
        watcher.close();
        told.close();
    }

    void holds(Attendant... sessions) {
        announcements.tell(done(records.hold(ben, holder(), List.of(sessions))).changes());
    }

    String holder() {
        return other.holder().orElseThrow();
    }

    /** Under a name that it has not lost; asked until Redis answers. */
    void comesBack(Attendant... sessions) {
        await().atMost(LEASE).ignoreExceptions().until(() -> {
            done(other.renew());
            return true;
        });
        holds(sessions);
    }

    @Story
    void thePeopleOfADeadPodAreGoneOnceItsLeaseHasEnded() {
        holds(new Attendant("s1", "phone", false));
        watcher.isTold(ben, "ONLINE 1");
        long died = System.nanoTime();
        watcher.isTold(ben, "OFFLINE 0");
        assertThat(Duration.ofNanos(System.nanoTime() - died)).isLessThan(LEASE.plusSeconds(4));
        watcher.isToldNothingMore(ben, Duration.ofSeconds(2));
        assertThat(watcher.states(ben)).containsExactly("OFFLINE 0", "ONLINE 1", "OFFLINE 0");
        await().untilAsserted(() -> assertThat(leases()).doesNotContain(holder()));
    }

    @Story
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

    @Story
    void aPodThatDiesWithinTheGraceLeavesNobodyBehind() {
        holds(new Attendant("s1", "phone", false));
        watcher.isTold(ben, "ONLINE 1");
        holds();
        watcher.isTold(ben, "OFFLINE 0");
    }

    @Story
    void whoHasComeToAnotherPodStaysHere() {
        holds(new Attendant("s1", "phone", false));
        watcher.isTold(ben, "ONLINE 1");
        try (Watcher again = Watcher.of(port, ben, "phone")) {
            again.set("BUSY");
            watcher.isTold(ben, "BUSY 1");
            await().atMost(LEASE.plusSeconds(5))
                    .untilAsserted(() -> assertThat(leases()).doesNotContain(holder()));
            assertThat(watcher.states(ben)).containsExactly("OFFLINE 0", "ONLINE 1", "BUSY 1");
        }
    }

    @Story
    void aPodThatWasFrozenTakesItsPeopleToANewHolder() {
        holds(new Attendant("s1", "phone", false));
        watcher.isTold(ben, "ONLINE 1");
        watcher.isTold(ben, "OFFLINE 0");
        String dead = holder();
        holds(new Attendant("s1", "phone", false), new Attendant("s2", "tablet", false));
        assertThat(done(other.renew())).isTrue();
        assertThat(holder()).isNotEqualTo(dead);
        holds(new Attendant("s1", "phone", false));
        watcher.isTold(ben, "ONLINE 1");
        assertThat(watcher.states(ben)).contains("ONLINE 2");
    }

    @Story
    void aChangeIsAnnouncedByOnePodHoweverManyLook() {
        holds(new Attendant("s1", "phone", false));
        holds();
        watcher.isTold(ben, "ONLINE 1");
        String holder = holder();
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

    List<String> leases() {
        return redis.sortedSet(String.class).zrange("gw:" + new StreamName("leases").tag() + ":k:leases", 0, -1);
    }

    static <T> T done(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
