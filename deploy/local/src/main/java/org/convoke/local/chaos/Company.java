package org.convoke.local.chaos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one worker knows of a group of its own. Everybody comes once and goes once, so that no deed is done twice. */
final class Company {

    private final String id;
    private final Player owner;
    private final boolean open;
    private final Set<String> members = new LinkedHashSet<>();
    private final Map<Player, String> roles = new LinkedHashMap<>();
    private final Map<Player, String> invitations = new LinkedHashMap<>();
    private final List<Player> strangers;

    Company(String id, Player owner, boolean open, List<Player> everybody) {
        this.id = id;
        this.owner = owner;
        this.open = open;
        this.members.add(owner.id());
        this.strangers = new ArrayList<>(everybody);
        this.strangers.remove(owner);
    }

    String id() {
        return id;
    }

    Player owner() {
        return owner;
    }

    /** Whether whoever wants to may join. */
    boolean isOpen() {
        return open;
    }

    Set<String> members() {
        return Set.copyOf(members);
    }

    /** Members but the owner, with the last role each was given. */
    Map<Player, String> roles() {
        return roles;
    }

    /** Invitations that nobody has answered. */
    Map<Player, String> invitations() {
        return invitations;
    }

    List<Player> strangers() {
        return strangers;
    }

    void seat(Player player) {
        members.add(player.id());
        roles.put(player, "MEMBER");
    }

    void unseat(Player player) {
        members.remove(player.id());
        roles.remove(player);
    }
}
