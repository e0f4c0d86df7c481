package org.convoke.local.chaos;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How much of what was to be heard was.
 *
 * @param expected events, each counted for each device that was to hear it
 * @param delivered of these; the others were told to be fetched, or are lost
 * @param longestMillis from when a deed was asked for until the last device heard of it
 */
record Delivery(int expected, int delivered, long longestMillis) {

    static Delivery of(Arena arena, List<Expected> expected) {
        int count = 0;
        int delivered = 0;
        long longest = 0;
        for (Expected one : expected) {
            Collection<String> entitled = arena.history().entitled(one);
            for (DeviceLog device : arena.logs()) {
                if (entitled.contains(device.person())) {
                    count++;
                    Optional<Long> at = device.heardAt(one.happening());
                    delivered += at.isPresent() ? 1 : 0;
                    longest = Math.max(longest, at.orElse(one.nanos()) - one.nanos());
                }
            }
        }
        return new Delivery(count, delivered, longest / 1_000_000);
    }
}
