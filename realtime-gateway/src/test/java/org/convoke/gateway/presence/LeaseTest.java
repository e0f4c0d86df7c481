package org.convoke.gateway.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Duration;
import java.util.stream.Stream;
import org.convoke.gateway.GwClient;
import org.convoke.gateway.SideBySide;
import org.convoke.gateway.presence.Records.Attendant;
import org.convoke.gateway.session.HubThread;
import org.convoke.gateway.stream.StreamName;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Pods that die, freeze or lose what they wrote. */
@QuarkusTest
@TestProfile(QuickPresence.class)
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class LeaseTest {

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

    private OtherPod anotherPod() {
        return new OtherPod(url.getPort(), records, announcements, redis);
    }

    @TestFactory
    Stream<DynamicTest> whatBecomesOfThePeopleOfAnotherPod() {
        return SideBySide.stories(OtherPod.class, this::anotherPod);
    }

    @Test
    void whenAllLeasesHaveEndedInAnOutageEachPodHasTimeToTakeAnother() {
        try (OtherPod other = anotherPod()) {
            other.holds(new Attendant("s1", "phone", false));
            other.watcher.isTold(other.ben, "ONLINE 1");
            String before = other.holder();
            RealParts.redis().pause();
            try {
                pass(OtherPod.LEASE.plusSeconds(1));
            } finally {
                RealParts.redis().resume();
            }
            pass(OtherPod.LEASE.dividedBy(4));
            other.comesBack(new Attendant("s1", "phone", false));
            assertThat(other.holder()).isNotEqualTo(before);
            other.watcher.isToldNothingMore(other.ben, Duration.ofSeconds(2));
            assertThat(other.watcher.states(other.ben)).containsExactly("OFFLINE 0", "ONLINE 1");
        }
    }

    /** Time in which nothing happens is what this is about. */
    private static void pass(Duration time) {
        await().pollDelay(time).timeout(time.plusSeconds(5)).until(() -> true);
    }

    @Test
    void whatRedisHasLostIsWrittenAgain() {
        try (OtherPod other = anotherPod()) {
            try (GwClient phone = GwClient.signedIn(url.getPort(), other.ben, "phone")) {
                other.watcher.isTold(other.ben, "ONLINE 1");
                String tag = "gw:" + StreamName.inbox(other.ben).tag();
                redis.key().del(tag + ":a:" + other.ben, tag + ":y:" + other.ben);
                redis.key().del("gw:" + new StreamName("leases").tag() + ":k:leases");
                thread.run(hub::check);
                other.watcher.isToldNothingMore(other.ben, Duration.ofSeconds(3));
                assertThat(redis.hash(String.class).hget(tag + ":a:" + other.ben, "shown"))
                        .startsWith("ONLINE|1");
                assertThat(other.leases()).isNotEmpty();
            }
            other.watcher.isTold(other.ben, "OFFLINE 0");
        }
    }
}
