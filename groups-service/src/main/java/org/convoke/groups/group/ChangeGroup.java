package org.convoke.groups.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.convoke.groups.Expected;
import org.convoke.groups.Refused;

/** An admin changes the settings of a group that nobody has changed since she read them. */
@ApplicationScoped
public class ChangeGroup {

    private final Actors actors;
    private final GroupLedger ledger;
    private final Clock clock;

    public ChangeGroup(Actors actors, GroupLedger ledger, Clock clock) {
        this.actors = actors;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Settings that stay as they are make no new revision.
     *
     * @param change makes the new settings of the present ones
     * @throws Refused NOT_FOUND, FORBIDDEN, ARCHIVED, STALE or SEATS_TAKEN
     */
    @Transactional
    public SeenGroup change(UUID groupId, String userId, Expected expected, UnaryOperator<GroupSettings> change) {
        Actor actor = actors.lockForChange(groupId, userId, Role.ADMIN);
        Group group = actor.group();
        expected.mustInclude(group.revision());
        GroupSettings settings = change.apply(group.settings());
        SequencedMap<String, Object> differences = group.settings().differences(settings);
        if (!differences.isEmpty()) {
            List<String> changed = List.copyOf(differences.keySet());
            ledger.tell(group, group.change(settings, changed, userId), differences, clock.instant());
        }
        return new SeenGroup(group, actor.self().role());
    }
}
