package org.convoke.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void isReadAsItIsWritten() {
        Cursor cursor = new Cursor("k3x9", 42, "0a1b2c3d4e5f");
        assertThat(Cursor.parse(cursor.toString())).hasValue(cursor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "1.2",
                "-1.-1.x",
                "a.01.b",
                "a.1.b.c",
                "A.1.b",
                "a.99999999999999999999.b",
                "a.1.b "
            })
    void isNothingElse(String text) {
        assertThat(Cursor.parse(text)).isEmpty();
    }
}
