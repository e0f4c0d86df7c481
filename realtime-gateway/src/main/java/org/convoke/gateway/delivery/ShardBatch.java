package org.convoke.gateway.delivery;

import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicIdPartition;
import org.convoke.gateway.delivery.ShardOperation.Append;
import org.convoke.gateway.stream.Cursor;
import org.convoke.gateway.stream.Script;
import org.convoke.gateway.stream.StreamName;
import org.jspecify.annotations.Nullable;

/** What the records of one partition change in one shard: one call of the append script. */
final class ShardBatch {

    private record Step(
            long offset, ShardOperation operation, @Nullable String traceparent) {}

    private final TopicIdPartition partition;
    private final int shard;
    private final List<Step> steps = new ArrayList<>();

    ShardBatch(TopicIdPartition partition, int shard) {
        this.partition = partition;
        this.shard = shard;
    }

    TopicIdPartition partition() {
        return partition;
    }

    int shard() {
        return shard;
    }

    void add(long offset, ShardOperation operation) {
        add(offset, operation, null);
    }

    void add(long offset, ShardOperation operation, @Nullable String traceparent) {
        steps.add(new Step(offset, operation, traceparent));
    }

    /** The traces that its records belong to. */
    Stream<String> traces() {
        return steps.stream().map(Step::traceparent).filter(Objects::nonNull);
    }

    long last() {
        return steps.getLast().offset();
    }

    Script.Call call(long expected, String epoch) {
        List<String> arguments = new ArrayList<>();
        arguments.add(Watermarks.field(partition));
        arguments.add(Long.toString(expected));
        arguments.add(epoch);
        for (Step step : steps) {
            arguments.add(Long.toString(step.offset()));
            arguments.addAll(step.operation().arguments());
        }
        return Script.APPEND.on(StreamName.tag(shard), arguments);
    }

    /** Whether Redis has lost a tail of this shard; then nothing was applied. */
    static boolean isLost(Response answer) {
        return answer.get(0).toString().equals("LOST");
    }

    static long watermark(Response answer) {
        return answer.get(1).toLong();
    }

    /** Hands each wake-up to {@code pods} with the pod that is to have it. */
    void wakeups(Response answer, BiConsumer<String, Wakeup> pods) {
        for (int i = 2; i < answer.size(); i++) {
            Response hint = answer.get(i);
            Wakeup wakeup = wakeup(hint);
            for (int pod = firstPod(wakeup); pod < hint.size(); pod++) {
                pods.accept(hint.get(pod).toString(), wakeup);
            }
        }
    }

    private static int firstPod(Wakeup wakeup) {
        return switch (wakeup) {
            case Wakeup.Appended appended -> 5;
            case Wakeup.Joined joined -> 3;
            case Wakeup.Left left -> 3;
            case Wakeup.Erased erased -> 2;
            case Wakeup.Passing passing -> 2;
            case Wakeup.Aside aside -> throw new IllegalStateException("No append answers " + aside);
            case Wakeup.Seen seen -> 2;
            case Wakeup.Reseated reseated -> 3;
        };
    }

    private Wakeup wakeup(Response hint) {
        String second = hint.get(1).toString();
        return switch (hint.get(0).toString()) {
            case "E" -> appended(hint);
            case "X" ->
                new Wakeup.Passing(append(hint).home().value(), "", append(hint).event());
            case "J" -> new Wakeup.Joined(second, UUID.fromString(hint.get(2).toString()));
            case "L" -> new Wakeup.Left(second, UUID.fromString(hint.get(2).toString()));
            case "Q" -> new Wakeup.Erased(second);
            case "W" -> new Wakeup.Seen(second);
            case "R" -> new Wakeup.Reseated(UUID.fromString(second), hint.get(2).toString());
            default -> throw new IllegalStateException("The append script answered the wake-up " + hint);
        };
    }

    private Append append(Response hint) {
        return (Append) steps.get(hint.get(1).toInteger()).operation();
    }

    private Wakeup appended(Response hint) {
        Step step = steps.get(hint.get(1).toInteger());
        Append append = append(hint);
        Cursor at = new Cursor(
                hint.get(4).toString(), hint.get(2).toLong(), hint.get(3).toString());
        return new Wakeup.Appended(append.home().value(), at, append.event(), step.traceparent());
    }
}
