package org.convoke.e2e.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is so in a group, and what that allows whom. */
abstract class Rules {

    private static final List<String> ROLES = List.of("MEMBER", "MODERATOR", "ADMIN", "OWNER");
    private static final List<String> INVITERS = List.of("MEMBERS", "MODERATORS", "ADMINS");

    final Play.Settings settings;
    final Map<Integer, String> members = new TreeMap<>();
    final Map<Integer, String> requests = new TreeMap<>();
    final Map<Integer, String> invitations = new TreeMap<>();
    final Map<Integer, Integer> inviters = new HashMap<>();
    final TreeSet<Integer> bans = new TreeSet<>();
    boolean archived;
    boolean deleted;

    Rules(Play.Settings settings) {
        this.settings = settings;
    }

    /** A rule says no. */
    static final class No extends RuntimeException {
        No(String outcome) {
            super(outcome);
        }
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new No(otherwise);
        }
    }

    final State state() {
        return new State(members, members.size(), pending(requests), bans, invitations, pending(invitations));
    }

    private static TreeSet<Integer> pending(Map<Integer, String> things) {
        TreeSet<Integer> people = new TreeSet<>(things.keySet());
        people.removeIf(person -> !things.get(person).equals("PENDING"));
        return people;
    }

    final boolean isIn(int who) {
        return members.containsKey(who);
    }

    final boolean isInvited(int who) {
        return "PENDING".equals(invitations.get(who));
    }

    final boolean hasAsked(int who) {
        return "PENDING".equals(requests.get(who));
    }

    final boolean is(int who, String role) {
        return role.equals(members.get(who));
    }

    final boolean isAtLeast(int who, String role) {
        return rank(who) >= ROLES.indexOf(role);
    }

    final boolean outranks(int who, int whom) {
        return rank(who) > rank(whom);
    }

    final boolean grants(int who, String role) {
        return is(who, "OWNER") || is(who, "ADMIN") && rank(who) > ROLES.indexOf(role);
    }

    final boolean mayInvite(int who) {
        return isIn(who) && rank(who) >= INVITERS.indexOf(settings.whoMayInvite());
    }

    private int rank(int who) {
        return isIn(who) ? ROLES.indexOf(members.get(who)) : -1;
    }

    final boolean isLastOwner(int who) {
        return is(who, "OWNER")
                && members.values().stream().filter("OWNER"::equals).count() == 1;
    }

    final void mustSee(int who) {
        boolean open = isIn(who) || isInvited(who) || !settings.visibility().equals("HIDDEN");
        require(!deleted && open, "404 not-found");
    }

    final void mustNotBeArchived() {
        require(!archived, "409 archived");
    }

    final void mustBe(int who, String role) {
        mustSee(who);
        require(isAtLeast(who, role), "403 forbidden");
    }

    /** In a group that takes changes. */
    final void mustAct(int who, String role) {
        mustBe(who, role);
        mustNotBeArchived();
    }
}
