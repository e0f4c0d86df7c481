package org.convoke.groups.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void caseAndAccentsAreFolded() {
        assertThat(Words.of("ÀÉÎ Łódź Straße Øresund")).isEqualTo("aei lodz strasse oresund");
    }

    @Test
    void aWordWithPartsIsFoundWholeAndByItsParts() {
        assertThat(Words.of("Müller-Lüdenscheidt")).isEqualTo("muller-ludenscheidt muller ludenscheidt");
    }

    @Test
    void eachWordIsThereOnce() {
        assertThat(Words.of("Anna Berg", "anna.berg")).isEqualTo("anna berg anna.berg");
    }

    @Test
    void punctuationAroundAWordIsNotPartOfIt() {
        assertThat(Words.of("(Chess) \"Club\"!")).isEqualTo("chess club");
    }

    @Test
    void whatHasNoLettersIsAWordOfItsOwn() {
        assertThat(Words.of("♞ 🐎")).isEqualTo("♞ 🐎");
    }

    @Test
    void eachTypedWordIsABeginning() {
        assertThat(Words.query(" Ches clu ")).isEqualTo("'ches':* & 'clu':*");
    }

    @Test
    void whatMeansSomethingToTheDatabaseIsQuoted() {
        assertThat(Words.query("o'neil\\ &|!:*()")).isEqualTo("'o''neil':* & '&|!:*()':*");
    }

    @Test
    void nothingTypedIsNoQuery() {
        assertThat(Words.query(" \0 \n")).isEmpty();
    }

    @Test
    void wordsAreNoLongerThanTheDatabaseTakes() {
        assertThat(Words.of("ﷺ".repeat(80)).split(" ")).allMatch(word -> word.length() <= 100);
        assertThat(Words.of("🐎".repeat(200)).codePoints()).hasSize(100);
    }
}
