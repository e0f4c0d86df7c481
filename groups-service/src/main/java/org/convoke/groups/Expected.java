package org.convoke.groups;

import java.util.Optional;
import java.util.Set;

/** Which revisions of a thing a change may build on. */
public record Expected(Optional<Set<Integer>> revisions) {

    public static final Expected ANY = new Expected(Optional.empty());

    public static Expected oneOf(Set<Integer> revisions) {
        return new Expected(Optional.of(Set.copyOf(revisions)));
    }

    /** @throws Refused STALE */
    public void mustInclude(int revision) {
        if (revisions.isPresent() && !revisions.get().contains(revision)) {
            throw new Refused(Refusal.STALE);
        }
    }
}
