package org.convoke.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamNameTest {

    /** Changing the hash would lose every stream that exists. */
    @Test
    void theShardOfANameIsForEverTheSame() {
        assertThat(StreamName.PUBLIC.tag()).isEqualTo("{1d}");
        assertThat(StreamName.inbox("alice").tag()).isEqualTo("{63}");
    }

    @Test
    void namesAreSpreadOverAllShards() {
        assertThat(IntStream.range(0, 10_000)
                        .mapToObj(i -> StreamName.inbox("user-" + i).shard())
                        .distinct())
                .hasSize(StreamName.shards());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "u:", "g:", "g:chess", "g:0-0-0-0-0", "x:1", "Public", "presence:1"})
    void otherNamesAreNoStreams(String channel) {
        assertThat(StreamName.parse(channel)).isEmpty();
    }

    @Test
    void channelsAreReadAsTheyAreWritten() {
        for (StreamName name :
                new StreamName[] {StreamName.PUBLIC, StreamName.inbox("bob"), StreamName.group(UUID.randomUUID())}) {
            assertThat(StreamName.parse(name.value())).hasValue(name);
        }
    }
}
