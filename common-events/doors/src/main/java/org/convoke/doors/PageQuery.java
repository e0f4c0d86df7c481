package org.convoke.doors;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which part of a list the caller wants; as {@code @Valid @BeanParam PageQuery page}. */
public record PageQuery(
        @QueryParam("cursor") @Nullable String cursor,

        @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(100)
        int limit) {

    /** How many rows to read: one more than wanted tells whether there is a next page. */
    public int rows() {
        return limit + 1;
    }

    /**
     * The place behind which this page starts; empty at the beginning of the list.
     *
     * @param place reads what {@link #page} was given; its IllegalArgumentException or DateTimeException is a 400
     */
    public <P> Optional<P> after(Cursors cursors, Function<List<String>, P> place) {
        return Optional.ofNullable(cursor).map(given -> cursors.read(given, place));
    }

    /**
     * @param read up to {@link #rows()} rows
     * @param place what the row is ordered by, enough to go on behind it
     */
    public <R, T> Page<T> page(List<R> read, Cursors cursors, Function<R, List<String>> place, Function<R, T> view) {
        boolean more = read.size() > limit;
        List<R> rows = more ? read.subList(0, limit) : read;
        String next = more ? cursors.write(place.apply(rows.getLast())) : null;
        return new Page<>(rows.stream().map(view).toList(), next);
    }
}
