package org.convoke.groups.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Folds case and accents, so that {@code Müller-Straße} is found by {@code muller}, {@code strasse} and
 * {@code muller-str}.
 */
public final class Words {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{C}]+");
    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern AT_THE_ENDS = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");
    /** Letters that Unicode does not take apart. */
    private static final Map<String, String> LETTERS =
            Map.of("ø", "o", "ł", "l", "đ", "d", "ð", "d", "ı", "i", "æ", "ae", "œ", "oe", "þ", "th");
    /** PostgreSQL refuses lexemes of 2 KiB; nobody types that much. */
    private static final int LONGEST = 100;

    private Words() {}

    /** The words of the names, and the parts of those that have parts, each once, with a space between. */
    public static String of(String... names) {
        Set<String> words = new LinkedHashSet<>();
        for (String name : names) {
            for (String word : folded(name).toList()) {
                words.add(word);
                parts(word).forEach(words::add);
            }
        }
        return String.join(" ", words);
    }

    /** A {@code tsquery} for names that have, for each word typed, a word that begins with it; empty for no words. */
    public static String query(String typed) {
        return folded(typed)
                .map(word -> "'" + word.replace("\\", "\\\\").replace("'", "''") + "':*")
                .collect(Collectors.joining(" & "));
    }

    private static Stream<String> folded(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
            plain = plain.replace(letter.getKey(), letter.getValue());
        }
        return SPACES.splitAsStream(plain)
                .filter(word -> !word.isEmpty())
                .map(Words::trimmed)
                .map(Words::shortened);
    }

    /** What is punctuation only, or an emoji, stays as it is. */
    private static String trimmed(String word) {
        String trimmed = AT_THE_ENDS.matcher(word).replaceAll("");
        return trimmed.isEmpty() ? word : trimmed;
    }

    private static String shortened(String word) {
        return word.codePointCount(0, word.length()) > LONGEST
                ? word.substring(0, word.offsetByCodePoints(0, LONGEST))
                : word;
    }

    private static Stream<String> parts(String word) {
        return Arrays.stream(PUNCTUATION.split(word)).filter(part -> !part.isEmpty());
    }
}
