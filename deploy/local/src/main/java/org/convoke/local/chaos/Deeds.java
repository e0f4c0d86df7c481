package org.convoke.local.chaos;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a worker's deeds into the history, each with those who are to hear of it. */
final class Deeds {

    private final History history;
    private long asked;

    Deeds(History history) {
        this.history = history;
    }

    /** The deed is asked for now. */
    void begin() {
        asked = System.nanoTime();
    }

    void founded(String group, Player owner) {
        history.founded(group, owner.id());
        expect(Happening.inInbox(owner.id(), "group:created", group), Set.of(owner.id()), true);
        // Nothing is said of it in the group itself, but its owner may hear whatever is.
        expect(Happening.inGroup(group, "founded"), Set.of(owner.id()), false);
    }

    void toEverybody(String group, List<Player> everybody) {
        Set<String> people = everybody.stream().map(Player::id).collect(Collectors.toSet());
        expect(Happening.inPublic("notification:group_created", group), people, true);
    }

    void inGroup(Company company, String name, String about, Set<String> members, boolean done) {
        expect(Happening.inGroup(company.id(), name, company.id(), about), members, done);
    }

    void inInbox(Player player, String name, Company company, String about, boolean done) {
        expect(Happening.inInbox(player.id(), name, company.id(), about), Set.of(player.id()), done);
    }

    void invited(Company company, Player player, boolean done) {
        inInbox(company.owner(), "invitation:sent", company, player.id(), done);
        inInbox(player, "invitation:received", company, player.id(), done);
    }

    void finished(Player inviter, String batch) {
        expect(Happening.inInbox(inviter.id(), "group:invitations_sent", batch), Set.of(inviter.id()), true);
    }

    void left(Company company, Player player) {
        history.left(company.id(), player.id(), asked);
    }

    private void expect(Happening happening, Set<String> people, boolean accepted) {
        history.expect(new Expected(happening, people, accepted, asked));
    }
}
