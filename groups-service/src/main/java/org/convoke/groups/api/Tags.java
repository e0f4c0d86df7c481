package org.convoke.groups.api;

import jakarta.ws.rs.WebApplicationException;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.convoke.doors.Invalid;
import org.convoke.doors.Problem;
import org.convoke.groups.Expected;
import org.jspecify.annotations.Nullable;

/**
 * Revisions as strong entity tags, and {@code If-Match} (RFC 9110, 13.1.1): a weak tag, or one that was never ours, is
 * the tag of no revision.
 */
public final class Tags {

    private static final String HEADER = "If-Match";
    private static final Pattern TAG = Pattern.compile("(W/)?\"[\\x21\\x23-\\x7e]*\"");
    private static final Pattern OURS = Pattern.compile("\"\\d{1,9}\"");

    private Tags() {}

    public static String of(int revision) {
        return "\"" + revision + "\"";
    }

    /** @throws WebApplicationException 428 when the header is missing */
    public static Expected required(@Nullable String header) {
        if (header == null) {
            throw new WebApplicationException(
                    Problem.of(428, "precondition-required", "Say in If-Match which ETag the change builds on.")
                            .response());
        }
        return optional(header);
    }

    /** @throws Invalid when the header is neither {@code *} nor a list of entity tags */
    public static Expected optional(@Nullable String header) {
        if (header == null || header.strip().equals("*")) {
            return Expected.ANY;
        }
        Set<String> tags = Arrays.stream(header.split(",")).map(String::strip).collect(Collectors.toSet());
        if (!tags.stream().allMatch(tag -> TAG.matcher(tag).matches())) {
            throw new Invalid(HEADER, "must be * or entity tags");
        }
        return Expected.oneOf(tags.stream()
                .filter(tag -> OURS.matcher(tag).matches())
                .map(tag -> Integer.valueOf(tag.substring(1, tag.length() - 1)))
                .collect(Collectors.toSet()));
    }
}
