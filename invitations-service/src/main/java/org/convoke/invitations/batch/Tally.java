package org.convoke.invitations.batch;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** How many recipients have which outcome. */
public record Tally(
        int created,
        int existing,
        int alreadyMember,
        int blocked,
        int banned,
        int unknown,
        int notAllowed,
        int quota,
        int groupGone,
        int cancelled,
        int failed) {

    static final Tally NONE = of(Map.of());

    static Tally of(Map<Outcome, Integer> counts) {
        return new Tally(
                counts.getOrDefault(Outcome.CREATED, 0),
                counts.getOrDefault(Outcome.EXISTING, 0),
                counts.getOrDefault(Outcome.ALREADY_MEMBER, 0),
                counts.getOrDefault(Outcome.BLOCKED, 0),
                counts.getOrDefault(Outcome.BANNED, 0),
                counts.getOrDefault(Outcome.UNKNOWN, 0),
                counts.getOrDefault(Outcome.NOT_ALLOWED, 0),
                counts.getOrDefault(Outcome.QUOTA, 0),
                counts.getOrDefault(Outcome.GROUP_GONE, 0),
                counts.getOrDefault(Outcome.CANCELLED, 0),
                counts.getOrDefault(Outcome.FAILED, 0));
    }

    static Tally of(Stream<Outcome> outcomes) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        outcomes.forEach(each -> counts.merge(each, 1, Integer::sum));
        return of(counts);
    }

    /** How many have an outcome. */
    int processed() {
        return created
                + existing
                + alreadyMember
                + blocked
                + banned
                + unknown
                + notAllowed
                + quota
                + groupGone
                + cancelled
                + failed;
    }
}
