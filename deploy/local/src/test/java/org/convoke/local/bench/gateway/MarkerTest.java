package org.convoke.local.bench.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkerTest {

    @Test
    void aMarkedFrameSaysItsNumber() {
        assertThat(in("{\"userId\":\"" + Marker.of(42) + "\"}")).isEqualTo(42);
        assertThat(in(Marker.of(9_999_999))).isEqualTo(9_999_999);
    }

    @Test
    void whatOnlyLooksLikeAMarkerIsPassedOver() {
        assertThat(in("a #1 and #12345678# before " + Marker.of(7))).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#", "no marker", "#123456#", "#1234567", "#12E4567#", "########"})
    void withoutAMarkerThereIsNone(String frame) {
        assertThat(in(frame)).isEqualTo(Marker.NONE);
    }

    private static int in(String frame) {
        return Marker.in(Unpooled.copiedBuffer(frame, UTF_8));
    }
}
