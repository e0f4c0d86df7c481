package org.convoke.local.bench.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.util.List;
import org.junit.jupiter.api.Test;

class GwWireTest {

    private final Wire wire = new GwWire(8080, List.of("first", "second"));

    @Test
    void aListenerAnswersTheGreetingWithTheTokenThatIsHers() {
        assertThat(step("{\"t\":\"hello\",\"d\":{\"v\":1}}"))
                .isEqualTo(
                        new Step.Answer("{\"t\":\"auth\",\"id\":1,\"d\":{\"token\":\"second\",\"device\":\"bench\"}}"));
    }

    @Test
    void sheIsInWhenTheServerIsReady() {
        assertThat(step("{\"t\":\"ready\",\"id\":1,\"d\":{}}")).isEqualTo(Step.IN);
        assertThat(step("{\"t\":\"resumed\",\"d\":{}}")).isEqualTo(Step.EVENT);
    }

    @Test
    void sheGivesASignOfLifeWhenAskedFor() {
        assertThat(step("{\"t\":\"ping\",\"d\":{}}")).isEqualTo(new Step.Answer("{\"t\":\"pong\"}"));
    }

    @Test
    void refusalsAreKept() {
        String bye = "{\"t\":\"bye\",\"d\":{\"code\":4001}}";
        assertThat(step(bye)).isEqualTo(new Step.Refused(bye));
        assertThat(step("{\"t\":\"err\"}")).isEqualTo(new Step.Refused("{\"t\":\"err\"}"));
    }

    @Test
    void everythingElseIsAnEvent() {
        assertThat(step("{\"t\":\"evt\",\"d\":{}}")).isEqualTo(Step.EVENT);
        assertThat(step("{}")).isEqualTo(Step.EVENT);
    }

    private Step step(String frame) {
        return wire.step(1, Unpooled.copiedBuffer(frame, UTF_8));
    }
}
