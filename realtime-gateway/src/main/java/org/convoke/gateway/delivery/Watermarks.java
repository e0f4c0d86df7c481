package org.convoke.gateway.delivery;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicIdPartition;
import org.convoke.gateway.stream.StreamName;

/**
 * What this consumer believes to be the watermark of each shard for each of its partitions: the offset of the last
 * record applied there. The truth is in Redis; a truth that is lower than the belief is a loss.
 */
final class Watermarks {

    static final long NONE = -1;

    private final Map<TopicIdPartition, long[]> marks = new HashMap<>();

    /** The name of a partition's mark: with the topic's id, so that a topic made anew does not inherit it. */
    static String field(TopicIdPartition partition) {
        return partition.topicId() + ":" + partition.partition();
    }

    void adopt(TopicIdPartition partition, long[] ofShards) {
        marks.put(partition, ofShards);
    }

    void forget(TopicIdPartition partition) {
        marks.remove(partition);
    }

    long of(TopicIdPartition partition, int shard) {
        return ofShards(partition)[shard];
    }

    void reached(TopicIdPartition partition, int shard, long offset) {
        long[] ofShards = ofShards(partition);
        ofShards[shard] = Math.max(ofShards[shard], offset);
    }

    /** The first offset that some shard may not have; 0 where some shard has nothing. */
    long next(TopicIdPartition partition) {
        return Arrays.stream(ofShards(partition)).min().orElse(NONE) + 1;
    }

    private long[] ofShards(TopicIdPartition partition) {
        return marks.computeIfAbsent(partition, unknown -> {
            long[] none = new long[StreamName.shards()];
            Arrays.fill(none, NONE);
            return none;
        });
    }
}
