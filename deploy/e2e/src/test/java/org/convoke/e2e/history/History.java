package org.convoke.e2e.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convoke.e2e.Database;
import org.convoke.e2e.Settled;
import org.convoke.events.BatchEvent;
import org.convoke.events.Fact;
import org.convoke.events.GroupEvent;
import org.convoke.events.InvitationEvent;
import org.convoke.events.MembershipState;
import org.convoke.events.PersonEvent;
import org.convoke.events.Topic;

/** All that was ever told, retold: it has to be a history that the rules allow, and to end in what the database says. */
public final class History {

    private final Map<UUID, GroupStory> groups = new HashMap<>();
    private final Map<UUID, InvitationStory> invitations = new HashMap<>();
    private final Map<UUID, BatchStory> batches = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Set<UUID> facts = new HashSet<>();

    private History() {}

    /** Checks all that is told by now, again for a while if it does not hold, as the last of it may be on its way. */
    public static void mustHold() {
        try (Database database = Database.open()) {
            Settled.soon(() -> {
                assertThat(database.number("select count(*) from groups.outbox"))
                        .isZero();
                assertThat(database.number("select count(*) from invitations.outbox"))
                        .isZero();
                check(Truth.of(database));
            });
        }
    }

    private static void check(Truth truth) {
        History history = new History();
        Told.on(Topic.GROUPS).forEach(history::take);
        Told.on(Topic.INVITATIONS).forEach(history::take);
        history.groups.values().forEach(group -> group.mustEndAs(truth));
        history.invitations.values().forEach(each -> each.mustEndAs(truth, history.groups));
        System.out.printf(
                "%d facts of %d groups, %d invitations and %d batches hold%n",
                history.facts.size(), history.groups.size(), history.invitations.size(), history.batches.size());
    }

    private void take(Fact<?> fact) {
        if (!facts.add(fact.id())) {
            return;
        }
        long before = numbers.getOrDefault(fact.subject(), 0L);
        assertThat(fact.seq()).as("the number after %d: %s", before, fact).isEqualTo(before + 1);
        numbers.put(fact.subject(), fact.seq());
        switch (fact.event()) {
            case GroupEvent event ->
                groups.computeIfAbsent(event.groupId(), GroupStory::new).take(event);
            case InvitationEvent event ->
                invitations
                        .computeIfAbsent(event.invitation().id(), InvitationStory::new)
                        .take(event);
            case BatchEvent event ->
                batches.computeIfAbsent(event.batch().id(), BatchStory::new).take(event);
            case PersonEvent event -> throw new AssertionError("not of this topic: " + fact);
            case MembershipState state -> throw new AssertionError("not of this topic: " + fact);
            case null -> throw new AssertionError("not of this topic: " + fact);
        }
    }
}
