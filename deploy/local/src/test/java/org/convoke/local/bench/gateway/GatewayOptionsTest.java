package org.convoke.local.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.convoke.parts.PartFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayOptionsTest {

    @Test
    void withoutOptionsTenThousandConnectOnGw() {
        GatewayOptions options = GatewayOptions.of(List.of());
        assertThat(options).isEqualTo(new GatewayOptions(GatewayWire.GW, 10_000, 300));
        assertThat(options.few()).isEqualTo(1_000);
        assertThat(options.large()).isEqualTo(5_000);
    }

    @Test
    void eachOptionIsRead() {
        assertThat(GatewayOptions.of(List.of("--rate", "60", "--wire", "gw", "--connections", "500")))
                .isEqualTo(new GatewayOptions(GatewayWire.GW, 500, 60));
    }

    @Test
    void anUnknownWireIsRefusedWithTheOnesThereAre() {
        assertThatExceptionOfType(PartFailed.class)
                .isThrownBy(() -> GatewayOptions.of(List.of("--wire", "mqtt")))
                .withMessage("--wire takes gw or socketio, not 'mqtt'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--wire", "--connections 99", "--connections 50001", "--rate 0", "--rate fast", "--all", "8"})
    void whatIsNoOptionIsSaid(String arguments) {
        assertThatExceptionOfType(PartFailed.class)
                .isThrownBy(() -> GatewayOptions.of(List.of(arguments.split(" "))))
                .withMessageContaining(arguments.split(" ")[0]);
    }

    @Test
    void moreConnectionsThanFilesMayBeOpenAreRefusedBeforeAnythingIsStarted() {
        assertThatExceptionOfType(PartFailed.class)
                .isThrownBy(() -> OpenFiles.suffice(2_000_000_000))
                .withMessageContaining("ulimit -Hn");
    }
}
