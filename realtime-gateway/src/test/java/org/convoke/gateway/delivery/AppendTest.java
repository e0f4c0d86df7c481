package org.convoke.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.convoke.gateway.delivery.Appender.Outcome;
import org.convoke.gateway.delivery.ShardOperation.Append;
import org.convoke.gateway.delivery.ShardOperation.Guard;
import org.convoke.gateway.delivery.ShardOperation.Listing;
import org.convoke.gateway.delivery.ShardOperation.Seat;
import org.convoke.gateway.stream.ClientEvent;
import org.convoke.gateway.stream.Cursor;
import org.convoke.gateway.stream.Opened;
import org.convoke.gateway.stream.Opening;
import org.convoke.gateway.stream.Page;
import org.convoke.gateway.stream.StreamName;
import org.convoke.gateway.stream.Streams;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The append script on a real Redis: what makes a delivery neither lost nor doubled. */
class AppendTest {

    private static Vertx vertx;
    private static Redis redis;
    private static Appender appender;
    private static Streams streams;

    private final TopicIdPartition partition =
            new TopicIdPartition(Uuid.randomUuid(), new TopicPartition("convoke.groups", 0));
    private final StreamName inbox = StreamName.inbox(UUID.randomUUID().toString());
    private final Watermarks mine = new Watermarks();

    @BeforeAll
    static void start() {
        RealParts parts = new RealParts();
        parts.init(Map.of("parts", "redis"));
        parts.start();
        vertx = Vertx.vertx();
        redis = Redis.createClient(vertx, RealParts.redis().uri());
        appender = new Appender(redis);
        streams = new Streams(redis, Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        redis.close();
        await(vertx.close());
    }

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
    void aFactThatIsToldTwiceCountsOnceForItsGroup() {
        UUID group = UUID.randomUUID();
        StreamName stream = StreamName.group(group);
        ShardBatch batch = new ShardBatch(partition, stream.shard());
        for (long offset : new long[] {0, 1}) {
            batch.add(offset, new Guard(group, 1));
            batch.add(offset, new Seat(group, "ada", "OWNER", 1, false));
            batch.add(offset, new Append(stream, event(7), false));
        }
        await(appender.append(List.of(batch), mine));
        assertThat(entries(stream, "ada")).hasSize(1);
        assertThat(mine.of(partition, stream.shard())).isEqualTo(1);
    }

    @Test
    void aReplayedRemovalDoesNotUndoALaterReturn() {
        UUID group = UUID.randomUUID();
        StreamName stream = StreamName.group(group);
        ShardBatch batch = new ShardBatch(partition, stream.shard());
        batch.add(0, new Guard(group, 9));
        batch.add(0, new Seat(group, "ada", "MEMBER", 9, false));
        batch.add(1, new Guard(group, 7));
        batch.add(1, new Seat(group, "ada", "", 7, false));
        batch.add(2, new Seat(group, "ada", "", 8, true));
        await(appender.append(List.of(batch), mine));
        assertThat(await(streams.look(stream, "ada"))).isInstanceOf(Opened.At.class);
    }

    @Test
    void aSeatFromTheCompactedTopicWaitsForItsGroupsOwnEvents() {
        UUID group = UUID.randomUUID();
        StreamName stream = StreamName.group(group);
        ShardBatch batch = new ShardBatch(partition, stream.shard());
        batch.add(0, new Guard(group, 3));
        batch.add(1, new Seat(group, "ada", "MEMBER", 5, true));
        await(appender.append(List.of(batch), mine));
        assertThat(await(streams.look(stream, "ada"))).isInstanceOf(Opened.Forbidden.class);
    }

    @Test
    void whatWasWrittenBeforeSheJoinedIsNotHers() {
        UUID group = UUID.randomUUID();
        StreamName stream = StreamName.group(group);
        ShardBatch batch = new ShardBatch(partition, stream.shard());
        batch.add(0, new Append(stream, event(1), false));
        batch.add(1, new Append(stream, event(2), false));
        batch.add(2, new Seat(group, "ada", "MEMBER", 2, false));
        batch.add(3, new Append(stream, event(3), false));
        await(appender.append(List.of(batch), mine));
        assertThat(await(streams.open(stream, "ada", "pod", new Opening.Behind(Cursor.START))))
                .isInstanceOf(Opened.Reset.class);
        assertThat(await(streams.open(stream, "ada", "pod", new Opening.SinceJoining())))
                .isInstanceOfSatisfying(
                        Opened.At.class, at -> assertThat(at.from().seq()).isEqualTo(2));
    }

    @Test
    void sheIsWokenOnceHerSeatIsThereWhicheverTopicComesFirst() {
        UUID group = UUID.randomUUID();
        StreamName stream = StreamName.group(group);
        StreamName ada = StreamName.inbox("ada-" + group);
        await(streams.open(ada, ada.id(), "pod", new Opening.AtTop()));
        apply(stream, 0, new Guard(group, 3));
        apply(stream, 1, new Seat(group, ada.id(), "MEMBER", 4, true));
        assertThat(apply(ada, 1, new Listing(ada.id(), group, "MEMBER", 4)).wakeups())
                .containsKey("pod");
        assertThat(await(streams.look(stream, ada.id()))).isInstanceOf(Opened.Forbidden.class);
        apply(stream, 2, new Seat(group, ada.id(), "MEMBER", 4, false));
        assertThat(apply(ada, 2, new Listing(ada.id(), group, "MEMBER", 4)).wakeups())
                .containsKey("pod");
        assertThat(await(streams.look(stream, ada.id()))).isInstanceOf(Opened.At.class);
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

    private Outcome apply(StreamName home, long offset, ShardOperation operation) {
        ShardBatch batch = new ShardBatch(partition, home.shard());
        batch.add(offset, operation);
        return await(appender.append(List.of(batch), mine));
    }

    private Outcome append(Watermarks watermarks, long... offsets) {
        ShardBatch batch = new ShardBatch(partition, inbox.shard());
        for (long offset : offsets) {
            batch.add(offset, new Append(inbox, event(offset), true));
        }
        return await(appender.append(List.of(batch), watermarks));
    }

    private static ClientEvent event(long number) {
        UUID id = UUID.nameUUIDFromBytes(Long.toString(number).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new ClientEvent(id, "test:happened", Instant.now().toString(), "{\"n\":" + number + "}", "");
    }

    private List<Cursor> cursors(StreamName stream) {
        return entries(stream, Streams.POD);
    }

    private List<Cursor> entries(StreamName stream, String reader) {
        List<Cursor> cursors = new ArrayList<>();
        Page page = await(streams.read(stream, reader, Cursor.START, 100));
        ((Page.Of) page).entries().forEach(entry -> cursors.add(entry.cursor()));
        return cursors;
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

    private static void send(Request request) {
        await(redis.send(request));
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
