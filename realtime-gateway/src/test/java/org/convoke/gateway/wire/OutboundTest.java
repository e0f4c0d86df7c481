package org.convoke.gateway.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundTest {

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final Outbound outbound = new Outbound(new Line(channel), 4, 200_000);

    @Test
    void whatWaitsSharesOneWrite() {
        offer("a", "b", "c");
        channel.runPendingTasks();
        assertThat(writes()).containsExactly(List.of("a", "b", "c"));
        offer("d");
        channel.runPendingTasks();
        assertThat(writes()).containsExactly(List.of("d"));
    }

    @Test
    void oneWriteIsNotTooLarge() {
        String large = "x".repeat(12_000);
        offer(large, large, large);
        channel.runPendingTasks();
        assertThat(writes()).containsExactly(List.of(large, large), List.of(large));
    }

    @Test
    void aFrameTooManyIsRefusedUntilThereIsRoom() {
        offer("a", "b", "c", "d");
        assertThat(outbound.offer(TextFrame.of("e"))).isFalse();
        channel.runPendingTasks();
        offer("f");
    }

    @Test
    void bytesAreCountedAsTheyGoOverTheLine() {
        offer("é".repeat(99_000));
        assertThat(outbound.offer(TextFrame.of("é".repeat(1_000)))).isFalse();
        offer("e".repeat(1_000));
    }

    @Test
    void aRefusalIsSaidBeforeTheEnd() {
        List<String> ends = new ArrayList<>();
        offer("hello", "refused");
        outbound.close(TextFrame.of("bye"), () -> ends.add("end"));
        assertThat(ends).isEmpty();
        channel.runPendingTasks();
        assertThat(writes()).containsExactly(List.of("hello", "refused", "bye"));
        assertThat(ends).containsExactly("end");
        offer("nobody hears this");
        channel.runPendingTasks();
        assertThat(writes()).isEmpty();
    }

    @Test
    void whatIsForgottenIsNotSaidAndMakesRoom() {
        offer("a", "b", "c", "d");
        outbound.forget();
        offer("e");
        channel.runPendingTasks();
        assertThat(writes()).containsExactly(List.of("e"));
    }

    @Test
    void whatBelongsTogetherIsTakenWholeOrNotAtAll() {
        offer("a", "b");
        assertThat(outbound.offer(List.of(TextFrame.of("c"), TextFrame.of("d"), TextFrame.of("e"))))
                .isFalse();
        assertThat(outbound.offer(List.of(TextFrame.of("c"), BinaryFrame.of(new byte[200_000]))))
                .isFalse();
        assertThat(outbound.offer(List.of(TextFrame.of("c"), TextFrame.of("d"))))
                .isTrue();
        channel.runPendingTasks();
        assertThat(writes()).containsExactly(List.of("a", "b", "c", "d"));
    }

    @Test
    void anEndWithoutAWordComesBehindWhatWaits() {
        List<String> ends = new ArrayList<>();
        offer("hello");
        outbound.close(() -> ends.add("end"));
        assertThat(ends).isEmpty();
        channel.runPendingTasks();
        assertThat(writes()).containsExactly(List.of("hello"));
        assertThat(ends).containsExactly("end");
    }

    @Test
    void whereNothingWaitsTheEndComesAtOnce() {
        List<String> ends = new ArrayList<>();
        outbound.close(() -> ends.add("end"));
        channel.runPendingTasks();
        assertThat(ends).containsExactly("end");
    }

    @Test
    void bytesAreAFrameOfTheirOwnKind() {
        assertThat(outbound.offer(BinaryFrame.of(new byte[] {1, 2, 3}))).isTrue();
        channel.runPendingTasks();
        ByteBuf write = channel.readOutbound();
        assertThat(write.readUnsignedByte()).isEqualTo((short) 0x82);
        assertThat(write.readUnsignedByte()).isEqualTo((short) 3);
        assertThat(write.readableBytes()).isEqualTo(3);
    }

    @Test
    void drainedIsWhenNothingWaits() {
        List<String> drained = new ArrayList<>();
        outbound.whenDrained(() -> drained.add("at once"));
        offer("a");
        outbound.whenDrained(() -> drained.add("later"));
        assertThat(drained).containsExactly("at once");
        channel.runPendingTasks();
        assertThat(drained).containsExactly("at once", "later");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 65_535, 65_536})
    void aFrameOfAnyLengthIsRead(int length) {
        String text = "x".repeat(length);
        offer(text);
        channel.runPendingTasks();
        assertThat(writes()).containsExactly(List.of(text));
    }

    private void offer(String... texts) {
        for (String text : texts) {
            assertThat(outbound.offer(TextFrame.of(text))).isTrue();
        }
    }

    /** The texts of each write, as a client decodes them. */
    private List<List<String>> writes() {
        List<List<String>> writes = new ArrayList<>();
        for (ByteBuf write = channel.readOutbound(); write != null; write = channel.readOutbound()) {
            EmbeddedChannel client = new EmbeddedChannel(new WebSocket13FrameDecoder(false, false, 200_000));
            client.writeInbound(write);
            writes.add(IntStream.range(0, client.inboundMessages().size())
                    .mapToObj(i -> client.<TextWebSocketFrame>readInbound().content())
                    .map(content -> content.toString(UTF_8))
                    .toList());
        }
        return writes;
    }
}
