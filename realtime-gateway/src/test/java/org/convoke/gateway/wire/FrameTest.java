package org.convoke.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {

    /** Around the lengths at which a header grows (RFC 6455, section 5.2). */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 65_535, 65_536})
    void whatComesInPartsIsTheSameOnTheWire(int length) {
        byte[] text = new byte[length];
        Arrays.fill(text, (byte) 'x');
        int cut = length / 3;
        Frame whole = TextFrame.of(text);
        Frame parts =
                TextFrame.of(Arrays.copyOfRange(text, 0, cut), new byte[0], Arrays.copyOfRange(text, cut, length));
        assertThat(written(parts)).isEqualTo(written(whole));
        assertThat(parts.content()).isEqualTo(text);
        assertThat(parts.length()).isEqualTo(written(parts).length);
        assertThat(written(parts).length - length).isEqualTo(length <= 125 ? 2 : length <= 65_535 ? 4 : 10);
    }

    private static byte[] written(Frame frame) {
        ByteBuf buffer = Unpooled.buffer();
        frame.writeTo(buffer);
        byte[] bytes = new byte[buffer.readableBytes()];
        buffer.readBytes(bytes);
        return bytes;
    }
}
