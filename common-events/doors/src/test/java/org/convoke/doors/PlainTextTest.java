package org.convoke.doors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Chess Club",
                "Müller & Söhne <b>",
                "Robert'); drop table groups;--",
                "数学",
                "صباح الخير",
                "👩‍👩‍👧 family",
                "👩🏽‍💻 coder",
                "❤️‍🔥 fire",
                "می‌خواهم",
                "क्‍ष"
            })
    void ordinaryTextIsALine(String text) {
        assertThat(PlainText.isLine(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\0b",
                "a\nb",
                "a\tb",
                "a\u001bb",
                "a\u0085b",
                "a\u2028b",
                "a\u202Eb",
                "a\u2066b",
                "a\u200Eb",
                "a\u200Bb",
                "a\u2060b",
                "a\uFEFFb",
                "a\u00ADb",
                "a\u200Db",
                "\u200Da",
                "1\u200D2",
                "a\uD800",
                "\uDC00a"
            })
    void hidingReorderingAndBrokenCharactersAreNot(String text) {
        assertThat(PlainText.isLine(text)).isFalse();
    }

    @Test
    void proseHasLineBreaksAndTabs() {
        assertThat(PlainText.isProse("one\r\n\ttwo")).isTrue();
        assertThat(PlainText.isProse("one\0")).isFalse();
    }

    @Test
    void theNormalFormIsNfc() {
        assertThat(PlainText.normal("u\u0308")).isEqualTo("ü");
    }

    @Test
    void whatCannotBeRefusedIsCleanedAndCut() {
        assertThat(PlainText.line(" Eve\u202E\0 \n", 10)).isEqualTo("Eve");
        assertThat(PlainText.line("♞".repeat(20), 5)).isEqualTo("♞♞♞♞♞");
    }
}
