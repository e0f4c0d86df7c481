package org.convoke.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.redis.client.impl.types.ErrorType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisOutagesTest {

    private final RedisOutages outages = new RedisOutages();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONNECTION_CLOSED",
                "ERR [0] io.netty.channel.StacklessClosedChannelException",
                "LOADING Redis is loading the dataset in memory",
                "READONLY You can't write against a read only replica.",
                "OOM command not allowed when used memory > 'maxmemory'."
            })
    void whatPassesByItselfMayBeAskedAgain(String answer) {
        assertThat(outages.refused(ErrorType.create(answer)).getStatus()).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WRONGTYPE Operation against a key holding the wrong kind of value", "ERR wrong number"})
    void aFaultOfOursIsNone(String answer) {
        assertThat(outages.refused(ErrorType.create(answer)).getStatus()).isEqualTo(500);
    }
}
