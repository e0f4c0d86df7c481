package org.convoke.local.chaos;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;

/** A stream as it was fetched when all was over, from its first entry to its last. */
record StreamLog(String channel, List<Entry> entries, Position top) {

    /** One event of the stream. */
    record Entry(Happening happening, String eventId) {}

    /** The ids of the events that tell of each happening. */
    Map<Happening, List<String>> ids() {
        return entries.stream().collect(groupingBy(Entry::happening, mapping(Entry::eventId, toList())));
    }

    /** Where the chain of all entries leads, which is the top. */
    Position end() {
        Position at = new Position(top.epoch(), 0, Position.START.hash());
        for (Entry entry : entries) {
            at = at.next(entry.eventId());
        }
        return entries.isEmpty() ? top : at;
    }
}
