package org.convoke.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.gateway.delivery.Shards.await;
import static org.convoke.gateway.delivery.Shards.event;

import java.util.List;
import java.util.UUID;
import org.convoke.gateway.delivery.ShardOperation.Append;
import org.convoke.gateway.delivery.ShardOperation.Guard;
import org.convoke.gateway.delivery.ShardOperation.Listing;
import org.convoke.gateway.delivery.ShardOperation.Seat;
import org.convoke.gateway.stream.Cursor;
import org.convoke.gateway.stream.Opened;
import org.convoke.gateway.stream.Opening;
import org.convoke.gateway.stream.StreamName;
import org.junit.jupiter.api.Test;

/** Who is in which group, as the append script keeps it beside the group's stream. */
class SeatsTest {

    private final Shards shards = new Shards();

    @Test
    void aFactThatIsToldTwiceCountsOnceForItsGroup() {
        UUID group = UUID.randomUUID();
        StreamName stream = StreamName.group(group);
        ShardBatch batch = new ShardBatch(shards.partition, stream.shard());
        for (long offset : new long[] {0, 1}) {
            batch.add(offset, new Guard(group, 1));
            batch.add(offset, new Seat(group, "ada", "OWNER", 1, false));
            batch.add(offset, new Append(stream, event(7), false));
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
        batch.add(0, new Append(stream, event(1), false));
        batch.add(1, new Append(stream, event(2), false));
        batch.add(2, new Seat(group, "ada", "MEMBER", 2, false));
        batch.add(3, new Append(stream, event(3), false));
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
}
