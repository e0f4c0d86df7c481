package org.convoke.gateway.stream;

import java.util.List;

/** What a read behind a position answers. */
public sealed interface Page {

    /** The entries that follow, oldest first; fewer than asked for means that the live end is met. */
    record Of(List<StreamEntry> entries) implements Page {}

    /** The position is none (any more). */
    record Reset(String reason) implements Page {}

    record Forbidden() implements Page {}
}
