package org.convoke.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {

    private final Cursors cursors = new Cursors("groups", 2);
    private final List<String> place = List.of("Zürich ♞", "");

    @Test
    void whatIsWrittenIsRead() {
        assertThat(read(cursors.write(place))).isEqualTo(place);
    }

    @Test
    void everyChangedLetterIsNoticed() {
        String cursor = cursors.write(place);
        for (int i = 0; i < cursor.length(); i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            assertRefused(cursor.substring(0, i) + other + cursor.substring(i + 1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAA", "AAAAAA", "%%%", "not a cursor", "AAAAAAAAAAAAAAAA"})
    void whatIsNoCursorIsRefused(String cursor) {
        assertRefused(cursor);
    }

    @Test
    void aLongerOrShorterOneIsRefused() {
        String cursor = cursors.write(place);
        assertRefused(cursor + "x");
        assertRefused(cursor + "=");
        assertRefused(cursor.substring(1));
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        assertRefused(new Cursors("people", 2).write(place));
        assertRefused(new Cursors("groups", 3).write(List.of("a", "b", "c")));
    }

    @Test
    void aPlaceThatIsNoneIsRefused() {
        String cursor = cursors.write(place);
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> cursors.read(cursor, fields -> UUID.fromString(fields.getFirst())));
    }

    private List<String> read(String cursor) {
        return cursors.read(cursor, Function.identity());
    }

    private void assertRefused(String cursor) {
        assertThatExceptionOfType(Invalid.class).as(cursor).isThrownBy(() -> read(cursor));
    }
}
