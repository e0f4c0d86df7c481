package org.convoke.doors;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next the cursor of the following part; null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** A list that is always whole. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null);
    }
}
