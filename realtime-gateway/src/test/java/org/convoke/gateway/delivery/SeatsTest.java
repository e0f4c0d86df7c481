package org.convoke.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.gateway.Told.someone;
import static org.convoke.gateway.delivery.Shards.await;
import static org.convoke.gateway.delivery.Shards.event;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.convoke.gateway.delivery.ShardOperation.Append;
import org.convoke.gateway.delivery.ShardOperation.Closing;
import org.convoke.gateway.delivery.ShardOperation.Erasure;
import org.convoke.gateway.delivery.ShardOperation.Guard;
import org.convoke.gateway.delivery.ShardOperation.Listing;
import org.convoke.gateway.delivery.ShardOperation.Role;
import org.convoke.gateway.delivery.ShardOperation.Seat;
import org.convoke.gateway.stream.ClientEvent;
import org.convoke.gateway.stream.Cursor;
import org.convoke.gateway.stream.Opened;
import org.convoke.gateway.stream.Opening;
import org.convoke.gateway.stream.StreamName;
import org.convoke.gateway.stream.Streams;
import org.junit.jupiter.api.Test;

/** Who is in which group, as the append script keeps it beside the group's stream. */
class SeatsTest {

    /** What Redis answers for the time to live of a key that is not there. */
    private static final long NO_KEY = -2;

    private final Shards shards = new Shards();

    @Test
    void aFactThatIsToldTwiceCountsOnceForItsGroup() {
        UUID group = UUID.randomUUID();
        StreamName stream = StreamName.group(group);
        ShardBatch batch = new ShardBatch(shards.partition, stream.shard());
        for (long offset : new long[] {0, 1}) {
            batch.add(offset, new Guard(group, 1));
            batch.add(offset, new Seat(group, "ada", "OWNER", 1, false));
            batch.add(offset, new Append(stream, event(7), new Attention.None()));
        }
        await(shards.appender.append(List.of(batch), shards.mine));
        assertThat(shards.entries(stream, "ada")).hasSize(1);
        assertThat(shards.mine.of(shards.partition, stream.shard())).isEqualTo(1);
    }

    @Test
    void aReplayedRemovalDoesNotUndoALaterReturn() {
        UUID group = UUID.randomUUID();
        StreamName stream = StreamName.group(group);
        ShardBatch batch = new ShardBatch(shards.partition, stream.shard());
        batch.add(0, new Guard(group, 9));
        batch.add(0, new Seat(group, "ada", "MEMBER", 9, false));
        batch.add(1, new Guard(group, 7));
        batch.add(1, new Seat(group, "ada", "", 7, false));
        batch.add(2, new Seat(group, "ada", "", 8, true));
        await(shards.appender.append(List.of(batch), shards.mine));
        assertThat(await(shards.streams.look(stream, "ada"))).isInstanceOf(Opened.At.class);
    }

    @Test
    void aSeatFromTheCompactedTopicWaitsForItsGroupsOwnEvents() {
        UUID group = UUID.randomUUID();
        StreamName stream = StreamName.group(group);
        ShardBatch batch = new ShardBatch(shards.partition, stream.shard());
        batch.add(0, new Guard(group, 3));
        batch.add(1, new Seat(group, "ada", "MEMBER", 5, true));
        await(shards.appender.append(List.of(batch), shards.mine));
        assertThat(await(shards.streams.look(stream, "ada"))).isInstanceOf(Opened.Forbidden.class);
    }

    @Test
    void whatWasWrittenBeforeSheJoinedIsNotHers() {
        UUID group = UUID.randomUUID();
        StreamName stream = StreamName.group(group);
        ShardBatch batch = new ShardBatch(shards.partition, stream.shard());
        batch.add(0, new Append(stream, event(1), new Attention.None()));
        batch.add(1, new Append(stream, event(2), new Attention.None()));
        batch.add(2, new Seat(group, "ada", "MEMBER", 2, false));
        batch.add(3, new Append(stream, event(3), new Attention.None()));
        await(shards.appender.append(List.of(batch), shards.mine));
        assertThat(await(shards.streams.open(stream, "ada", "pod", new Opening.Behind(Cursor.START))))
                .isInstanceOf(Opened.Reset.class);
        assertThat(await(shards.streams.open(stream, "ada", "pod", new Opening.SinceJoining())))
                .isInstanceOfSatisfying(
                        Opened.At.class, at -> assertThat(at.from().seq()).isEqualTo(2));
    }

    @Test
    void sheIsWokenOnceHerSeatIsThereWhicheverTopicComesFirst() {
        UUID group = UUID.randomUUID();
        StreamName stream = StreamName.group(group);
        StreamName ada = StreamName.inbox("ada-" + group);
        await(shards.streams.open(ada, ada.id(), "pod", new Opening.AtTop()));
        shards.apply(stream, 0, new Guard(group, 3));
        shards.apply(stream, 1, new Seat(group, ada.id(), "MEMBER", 4, true));
        assertThat(shards.apply(ada, 1, new Listing(ada.id(), group, "MEMBER", 4))
                        .wakeups())
                .containsKey("pod");
        assertThat(await(shards.streams.look(stream, ada.id()))).isInstanceOf(Opened.Forbidden.class);
        shards.apply(stream, 2, new Seat(group, ada.id(), "MEMBER", 4, false));
        assertThat(shards.apply(ada, 2, new Listing(ada.id(), group, "MEMBER", 4))
                        .wakeups())
                .containsKey("pod");
        assertThat(await(shards.streams.look(stream, ada.id()))).isInstanceOf(Opened.At.class);
    }

    @Test
    void anotherRoleLeavesWhatSheMayReadAsItWas() {
        UUID group = UUID.randomUUID();
        StreamName stream = StreamName.group(group);
        shards.apply(stream, 0, new Guard(group, 1), new Seat(group, "ada", "MEMBER", 1, false));
        shards.apply(stream, 1, new Guard(group, 2), new Append(stream, event(1), new Attention.None()));
        shards.apply(stream, 2, new Guard(group, 3), new Role(group, "ada", "ADMIN", 3));
        assertThat(shards.entries(stream, "ada")).hasSize(1);
        assertThat(seatOf(group, "ada")).isEqualTo("3:0:ADMIN");
    }

    @Test
    void aDeletedGroupIsClosedToAllButWhoeverMissedItsEnd() {
        UUID group = UUID.randomUUID();
        StreamName stream = StreamName.group(group);
        shards.apply(stream, 0, new Guard(group, 1), new Seat(group, "ada", "OWNER", 1, false));
        shards.apply(stream, 1, new Guard(group, 2), new Seat(group, "bob", "MEMBER", 2, false));
        shards.apply(stream, 2, new Guard(group, 3), new Seat(group, "bob", "", 3, false));
        shards.apply(
                stream, 3, new Guard(group, 4), new Append(stream, event(1), new Attention.None()), new Closing(group));
        assertThat(await(shards.streams.look(stream, "ada"))).isInstanceOf(Opened.Forbidden.class);
        assertThat(open(stream, "ada", Cursor.START)).isInstanceOf(Opened.At.class);
        Cursor end = shards.entries(stream, "ada").getLast();
        assertThat(open(stream, "ada", end)).isInstanceOf(Opened.Forbidden.class);
        assertThat(open(stream, "ada", new Cursor("epoch", 1, "hash"))).isInstanceOf(Opened.Forbidden.class);
        assertThat(open(stream, "bob", Cursor.START)).isInstanceOf(Opened.Forbidden.class);
    }

    @Test
    void nothingIsWrittenBehindTheEnd() {
        UUID group = UUID.randomUUID();
        StreamName stream = StreamName.group(group);
        shards.apply(
                stream, 0, new Guard(group, 1), new Append(stream, event(1), new Attention.None()), new Closing(group));
        shards.apply(stream, 1, new Append(stream, event(2), new Attention.None()));
        assertThat(shards.entries(stream, Streams.POD)).hasSize(1);
    }

    @Test
    void allThatIsKeptOfADeletedGroupExpires() {
        UUID group = UUID.randomUUID();
        StreamName stream = StreamName.group(group);
        shards.apply(stream, 0, new Guard(group, 1), new Seat(group, "ada", "OWNER", 1, false));
        await(shards.streams.open(stream, "ada", "pod", new Opening.AtTop()));
        shards.apply(
                stream, 1, new Guard(group, 2), new Append(stream, event(1), new Attention.None()), new Closing(group));
        shards.apply(stream, 2, new Seat(group, "ada", "", 2, true));
        await(shards.streams.open(stream, "ada", "late pod", new Opening.Behind(Cursor.START)));
        for (String kind : List.of("s:" + stream, "m:" + stream, "p:" + stream, "c:" + group)) {
            assertThat(seconds(stream, kind)).as(kind).isBetween(1L, 48L * 3600);
        }
    }

    @Test
    void aLateTombstoneOfAForgottenGroupKeepsNothing() {
        UUID group = UUID.randomUUID();
        StreamName stream = StreamName.group(group);
        shards.apply(stream, 0, new Seat(group, "ada", "MEMBER", 1, true));
        shards.apply(stream, 1, new Seat(group, "ada", "", 2, true));
        shards.apply(stream, 2, new Seat(group, "bob", "", 2, true));
        assertThat(seconds(stream, "c:" + group)).isEqualTo(NO_KEY);
        StreamName bob = StreamName.inbox("bob-" + group);
        shards.apply(bob, 2, new Listing(bob.id(), group, "", 2));
        assertThat(seconds(bob, "g:" + bob.id())).isEqualTo(NO_KEY);
    }

    @Test
    void ofTheGroupsThatSheHasLeftOnlySoManyAreRemembered() {
        StreamName ada = StreamName.inbox(someone("ada"));
        UUID hers = UUID.randomUUID();
        shards.apply(ada, 0, new Listing(ada.id(), hers, "MEMBER", 1));
        shards.apply(
                ada,
                1,
                Stream.generate(() -> new Listing(ada.id(), UUID.randomUUID(), "", 1))
                        .limit(2000)
                        .toArray(ShardOperation[]::new));
        assertThat(Shards.send(Request.cmd(Command.HLEN).arg(key(ada, "g:" + ada.id())))
                        .toLong())
                .isEqualTo(1);
        assertThat(await(shards.streams.groupsOf(ada.id()))).containsExactly(hers);
    }

    @Test
    void whatHappenedBeforeAnErasureDoesNotComeBack() {
        StreamName inbox = StreamName.inbox(someone("ada"));
        shards.apply(
                inbox,
                0,
                new Append(inbox, event(1), new Attention.Ordinary(UUID.randomUUID())),
                new Listing(inbox.id(), UUID.randomUUID(), "A", 1));
        await(shards.streams.acknowledge(inbox.id(), "phone", new Cursor("epoch", 9, "hash")));
        await(shards.streams.open(inbox, inbox.id(), "pod", new Opening.AtTop()));
        Instant erased = Instant.now().plusSeconds(1);
        assertThat(shards.apply(inbox, 1, new Erasure(inbox.id(), erased)).wakeups())
                .containsEntry("pod", List.of(new Wakeup.Erased(inbox.id())));
        shards.apply(inbox, 2, new Append(inbox, event(2), new Attention.Ordinary(UUID.randomUUID())));
        for (String kind : List.of("s:" + inbox, "m:" + inbox, "p:" + inbox)) {
            assertThat(seconds(inbox, kind)).as(kind).isEqualTo(NO_KEY);
        }
        for (String kind : List.of("g", "n", "i", "r", "d")) {
            assertThat(seconds(inbox, kind + ":" + inbox.id())).as(kind).isEqualTo(NO_KEY);
        }
        ClientEvent later = new ClientEvent(
                UUID.randomUUID(), "test:happened", erased.plusSeconds(1).toString(), "{}", "");
        shards.apply(inbox, 3, new Append(inbox, later, new Attention.Ordinary(UUID.randomUUID())));
        assertThat(shards.entries(inbox, inbox.id())).hasSize(1);
    }

    private Opened open(StreamName stream, String user, Cursor behind) {
        return await(shards.streams.open(stream, user, "pod", new Opening.Behind(behind)));
    }

    private static String seatOf(UUID group, String user) {
        return Shards.send(Request.cmd(Command.HGET)
                        .arg(key(StreamName.group(group), "c:" + group))
                        .arg(user))
                .toString();
    }

    /** Until the key expires. */
    private static long seconds(StreamName home, String kind) {
        return Shards.send(Request.cmd(Command.TTL).arg(key(home, kind))).toLong();
    }

    private static String key(StreamName home, String kind) {
        return "gw:" + home.tag() + ":" + kind;
    }
}
