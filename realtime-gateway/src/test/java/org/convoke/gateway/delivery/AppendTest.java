package org.convoke.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.gateway.delivery.Shards.await;
import static org.convoke.gateway.delivery.Shards.event;
import static org.convoke.gateway.delivery.Shards.send;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.common.TopicIdPartition;
import org.convoke.gateway.delivery.Appender.Outcome;
import org.convoke.gateway.delivery.ShardOperation.Append;
import org.convoke.gateway.stream.Cursor;
import org.convoke.gateway.stream.Opened;
import org.convoke.gateway.stream.Opening;
import org.convoke.gateway.stream.StreamName;
import org.convoke.gateway.stream.Streams;
import org.junit.jupiter.api.Test;

/** The append script on a real Redis: what makes a delivery neither lost nor doubled. */
class AppendTest {

    private final StreamName inbox = StreamName.inbox(UUID.randomUUID().toString());
    private final Shards shards = new Shards();
    private final TopicIdPartition partition = shards.partition;
    private final Appender appender = shards.appender;
    private final Streams streams = shards.streams;
    private final Watermarks mine = shards.mine;

    @Test
    void anEntryIsNumberedAndChainedToAllBeforeIt() {
        append(mine, 0, 1, 2);
        List<Cursor> cursors = cursors(inbox);
        assertThat(cursors).extracting(Cursor::seq).containsExactly(1L, 2L, 3L);
        assertThat(cursors).extracting(Cursor::hash).doesNotHaveDuplicates();
        assertThat(cursors)
                .extracting(Cursor::epoch)
                .containsOnly(cursors.getFirst().epoch());
    }

    @Test
    void aRepeatedBatchIsDropped() {
        append(mine, 0, 1);
        append(mine, 0, 1);
        append(mine, 0, 1, 2);
        assertThat(cursors(inbox)).hasSize(3);
    }

    @Test
    void aWriterThatKnowsNothingAdoptsWhatIsThere() {
        append(mine, 0, 1);
        Watermarks fresh = new Watermarks();
        append(fresh, 1, 2);
        assertThat(cursors(inbox)).hasSize(3);
        assertThat(fresh.of(partition, inbox.shard())).isEqualTo(2);
    }

    @Test
    void aZombieAddsNothingToWhatItsSuccessorWrote() {
        append(mine, 0);
        Watermarks successor = new Watermarks();
        append(successor, 0, 1, 2, 3);
        Outcome late = append(mine, 1, 2);
        assertThat(late.lost()).isEmpty();
        assertThat(cursors(inbox)).hasSize(4);
        assertThat(mine.of(partition, inbox.shard())).isEqualTo(3);
    }

    @Test
    void aRolledBackWatermarkStopsTheWriterAndNothingIsWritten() {
        append(mine, 0, 1, 2);
        setMark(0);
        Outcome outcome = append(mine, 3);
        assertThat(outcome.lost()).containsExactly(partition);
        assertThat(cursors(inbox)).hasSize(3);
    }

    @Test
    void aMissingWatermarkStopsTheWriterToo() {
        append(mine, 0, 1);
        send(Request.cmd(Command.HDEL).arg(marksKey()).arg(Watermarks.field(partition)));
        assertThat(append(mine, 2).lost()).containsExactly(partition);
    }

    @Test
    void aReplayAfterALossBringsBackWhatWasLostAndNothingTwice() {
        append(mine, 0, 1, 2);
        List<Cursor> before = cursors(inbox);
        forget(inbox);
        setMark(Watermarks.NONE);
        Watermarks replaying = new Watermarks();
        append(replaying, 0, 1, 2, 3);
        assertThat(cursors(inbox)).hasSize(4);
        assertThat(open(new Opening.Behind(before.getLast())))
                .isInstanceOfSatisfying(
                        Opened.Reset.class, reset -> assertThat(reset.reason()).isEqualTo("epoch"));
    }

    @Test
    void theSweepFindsALossOnAShardThatIsNotWrittenTo() {
        append(mine, 0, 1);
        Map<TopicIdPartition, Long> reached = Map.of(partition, 1L);
        assertThat(await(appender.advance(reached, mine))).isEmpty();
        setMark(0);
        assertThat(await(appender.advance(reached, mine))).containsExactly(partition);
    }

    @Test
    void theSweepMovesEveryShardAlong() {
        append(mine, 0);
        await(appender.advance(Map.of(partition, 41L), mine));
        long[] marks = await(appender.watermarks(List.of(partition))).get(partition);
        assertThat(LongStream.of(marks)).hasSize(StreamName.shards()).containsOnly(41L);
        Watermarks fresh = new Watermarks();
        fresh.adopt(partition, marks);
        assertThat(fresh.next(partition)).isEqualTo(42);
    }

    @Test
    void aStreamWhoseEntriesHaveExpiredGoesOnCounting() {
        append(mine, 0, 1);
        Cursor known = cursors(inbox).getLast();
        send(Request.cmd(Command.DEL).arg("gw:" + inbox.tag() + ":s:" + inbox.value()));
        assertThat(open(new Opening.Behind(known))).isInstanceOf(Opened.At.class);
        assertThat(open(new Opening.Behind(Cursor.START)))
                .isInstanceOfSatisfying(
                        Opened.Reset.class, reset -> assertThat(reset.reason()).isEqualTo("trimmed"));
        assertThat(open(new Opening.OfDevice("new")))
                .isInstanceOfSatisfying(
                        Opened.At.class, at -> assertThat(at.from()).isEqualTo(known));
        append(mine, 2);
        assertThat(((Opened.At) open(new Opening.Behind(known))).top().seq()).isEqualTo(3);
    }

    private Outcome append(Watermarks watermarks, long... offsets) {
        ShardBatch batch = new ShardBatch(partition, inbox.shard());
        for (long offset : offsets) {
            batch.add(offset, new Append(inbox, event(offset), new Attention.Ordinary(UUID.randomUUID())));
        }
        return await(appender.append(List.of(batch), watermarks));
    }

    private List<Cursor> cursors(StreamName stream) {
        return shards.entries(stream, Streams.POD);
    }

    private Opened open(Opening opening) {
        return await(streams.open(inbox, inbox.id(), "pod", opening));
    }

    private void setMark(long offset) {
        send(Request.cmd(Command.HSET)
                .arg(marksKey())
                .arg(Watermarks.field(partition))
                .arg(offset));
    }

    private void forget(StreamName stream) {
        for (String kind : List.of("s", "m")) {
            send(Request.cmd(Command.DEL).arg("gw:" + stream.tag() + ":" + kind + ":" + stream.value()));
        }
        send(Request.cmd(Command.DEL).arg("gw:" + stream.tag() + ":n:" + stream.id()));
    }

    private String marksKey() {
        return "gw:" + inbox.tag() + ":w";
    }
}
