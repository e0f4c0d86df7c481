package org.convoke.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {

    @Test
    void theCallersOwnIsTaken() {
        assertThat(RequestId.of("Order-7_a.b")).isEqualTo("Order-7_a.b");
        assertThat(RequestId.of("x".repeat(64))).isEqualTo("x".repeat(64));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "a\nb",
                "ä",
                "<script>",
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            })
    void whatCouldNotBeLoggedAsItIsIsReplaced(String given) {
        assertThat(UUID.fromString(RequestId.of(given))).isNotNull();
    }
}
