package org.convoke.gateway.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.gateway.Told.someone;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.convoke.events.GroupSnapshot;
import org.convoke.gateway.GwClient;
import org.convoke.gateway.SideBySide.Story;
import org.convoke.gateway.Told;

/** Ben may come, and ann, his fellow member, watches him. */
final class AnnWatchesBen implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(2);

    private final int port;

    private final Told told = new Told();
    private final String ann = someone("ann");
    private final String ben = someone("ben");
    private Watcher watcher;

    AnnWatchesBen(int port) {
        this.port = port;
        GroupSnapshot group = told.groupCreated(ann, "HIDDEN");
        told.joined(group, ben, 2);
        watcher = Watcher.of(port, ann, "desk");
        assertThat(watcher.watch(ben).path("t").asText()).isEqualTo("ok");
        watcher.isTold(ben, "OFFLINE 0");
    }

    @Override
    public void close() {
        watcher.close();
        told.close();
    }

    @Story
    void whoComesIsSeenAtOnceAndWhoGoesAfterAGrace() {
        Instant left;
        try (GwClient phone = connect("phone")) {
            JsonNode here = watcher.isTold(ben, "ONLINE 1");
            assertThat(Instant.parse(here.path("lastSeen").asText()))
                    .isCloseTo(Instant.now(), within(Duration.ofSeconds(5)));
            left = Instant.now();
            phone.cut();
        }
        JsonNode gone = watcher.isTold(ben, "OFFLINE 0");
        assertThat(Duration.between(left, Instant.now())).isBetween(GRACE, GRACE.plusSeconds(4));
        assertThat(Instant.parse(gone.path("lastSeen").asText())).isCloseTo(left, within(Duration.ofSeconds(1)));
        watcher.isToldNothingMore(ben, Duration.ofSeconds(1));
        assertThat(watcher.states(ben)).containsExactly("OFFLINE 0", "ONLINE 1", "OFFLINE 0");
    }

    @Story
    void aReloadDoesNotFlap() {
        GwClient phone = connect("phone");
        watcher.isTold(ben, "ONLINE 1");
        phone.cut();
        try (GwClient again = connect("phone")) {
            watcher.isToldNothingMore(ben, GRACE.plusSeconds(1));
        }
    }

    @Story
    void twoDevicesAreOnePerson() {
        try (GwClient phone = connect("phone")) {
            watcher.isTold(ben, "ONLINE 1");
            try (GwClient tablet = connect("tablet")) {
                watcher.isTold(ben, "ONLINE 2");
            }
            watcher.isTold(ben, "ONLINE 1");
        }
        watcher.isTold(ben, "OFFLINE 0");
        assertThat(watcher.states(ben)).containsExactly("OFFLINE 0", "ONLINE 1", "ONLINE 2", "ONLINE 1", "OFFLINE 0");
    }

    @Story
    void sheAppearsAsSheChoosesOnAllDevices() {
        try (Watcher phone = Watcher.of(port, ben, "phone");
                Watcher tablet = Watcher.of(port, ben, "tablet")) {
            watcher.isTold(ben, "ONLINE 2");
            phone.set("BUSY");
            watcher.isTold(ben, "BUSY 2");
            tablet.set("INVISIBLE");
            JsonNode hidden = watcher.isTold(ben, "OFFLINE 0");
            assertThat(hidden.has("lastSeen")).isTrue();
            phone.watch(ben);
            phone.isTold(ben, "INVISIBLE 2");
            tablet.set("ONLINE");
            watcher.isTold(ben, "ONLINE 2");
            phone.isTold(ben, "ONLINE 2");
        }
    }

    @Story
    void whoHidesComesAndGoesUnseen() {
        try (Watcher phone = Watcher.of(port, ben, "phone")) {
            watcher.isTold(ben, "ONLINE 1");
            phone.set("INVISIBLE");
        }
        watcher.isTold(ben, "OFFLINE 0");
        watcher.isToldNothingMore(ben, GRACE.plusSeconds(1));
        try (GwClient again = connect("phone")) {
            watcher.isToldNothingMore(ben, Duration.ofSeconds(1));
        }
    }

    @Story
    void sheIsAwayWhenAllDevicesSaySo() {
        try (Watcher phone = Watcher.of(port, ben, "phone");
                Watcher tablet = Watcher.of(port, ben, "tablet")) {
            phone.set("AWAY");
            tablet.set("AWAY");
            watcher.isTold(ben, "AWAY 2");
            tablet.set("ONLINE");
            watcher.isTold(ben, "ONLINE 2");
        }
    }

    @Story
    void aWatchListReplacesTheOneBefore() {
        String cleo = someone("cleo");
        watcher.watch(cleo);
        try (GwClient phone = connect("phone")) {
            watcher.isToldNothingMore(ben, Duration.ofSeconds(1));
            watcher.watch(cleo, ben);
            watcher.isTold(ben, "ONLINE 1");
        }
    }

    @Story
    void atMostAHundredPeopleAreWatched() {
        String[] people = IntStream.range(0, 101).mapToObj(Integer::toString).toArray(String[]::new);
        JsonNode refused = watcher.watch(people);
        assertThat(refused.path("t").asText()).isEqualTo("err");
        assertThat(refused.path("d").path("code").asInt()).isEqualTo(106);
        people[0] = people[1];
        assertThat(watcher.watch(people).path("t").asText()).isEqualTo("ok");
    }

    @Story
    void whatIsNoStateOrNoListIsRefused() {
        assertThat(watcher.set("OFFLINE").path("d").path("code").asInt()).isEqualTo(107);
        assertThat(watcher.ask("presence", GwClient.data())
                        .path("d")
                        .path("code")
                        .asInt())
                .isEqualTo(107);
        assertThat(watcher.ask("presence", GwClient.data().put("watch", ben))
                        .path("d")
                        .path("code")
                        .asInt())
                .isEqualTo(107);
    }

    private GwClient connect(String device) {
        return GwClient.signedIn(port, ben, device);
    }

    private static org.assertj.core.data.TemporalUnitOffset within(Duration time) {
        return new org.assertj.core.data.TemporalUnitWithinOffset(
                time.toMillis(), java.time.temporal.ChronoUnit.MILLIS);
    }
}
