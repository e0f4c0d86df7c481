package org.convoke.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.convoke.gateway.delivery.ShardOperation.Append;
import org.convoke.gateway.stream.ClientEvent;
import org.convoke.gateway.stream.StreamName;
import org.junit.jupiter.api.Test;

class RoundTest {

    private static final Instant START = Instant.parse("2026-02-03T04:05:06Z");

    private final TopicIdPartition first = partition(0);
    private final TopicIdPartition second = partition(1);
    private final StreamName inbox = StreamName.inbox("bob");
    private final Round round = new Round();

    @Test
    void recordsOfTwoPartitionsAreInTheOrderOfTime() {
        told(first, 0, 1);
        told(first, 1, 4);
        told(second, 0, 2);
        told(second, 1, 3);
        assertThat(round.batches()).extracting(ShardBatch::partition).containsExactly(first, second, first);
    }

    @Test
    void theOrderWithinAPartitionIsKeptWhateverTheClocksSay() {
        told(first, 0, 9);
        told(first, 1, 1);
        told(second, 0, 5);
        List<ShardBatch> batches = round.batches();
        assertThat(batches).extracting(ShardBatch::partition).containsExactly(second, first);
        assertThat(batches.getLast().last()).isEqualTo(1);
    }

    private void told(TopicIdPartition partition, long offset, int second) {
        ClientEvent event = new ClientEvent(UUID.randomUUID(), "test:happened", START.toString(), "{}", "");
        round.add(new Round.Step(
                partition, offset, START.plusSeconds(second), List.of(new Append(inbox, event, new Attention.None()))));
    }

    private static TopicIdPartition partition(int number) {
        return new TopicIdPartition(Uuid.ONE_UUID, new TopicPartition("convoke.invitations", number));
    }
}
