package org.convoke.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Does one deed after another in groups of its own, so that their order is known, and writes down who is to hear of it.
 * The same seed does the same, as long as nothing is refused.
 */
final class Worker {

    private static final int GROUPS = 6;
    private static final int BATCH = 3;

    private final int number;
    private final Random random;
    private final List<Player> players;
    private final Deeds told;
    private final List<Company> companies = new ArrayList<>();
    private int deeds;

    Worker(int number, long seed, List<Player> players, History history) {
        this.number = number;
        this.random = new Random(seed * 31 + number);
        this.players = players;
        this.told = new Deeds(history);
    }

    /** One deed. */
    void step() {
        deeds++;
        told.begin();
        if (companies.size() < GROUPS || random.nextInt(12) == 0) {
            found();
            return;
        }
        Company company = companies.get(random.nextInt(companies.size()));
        boolean happened = switch (random.nextInt(10)) {
            case 0, 1 ->
                any(company.strangers()).map(player -> come(company, player)).orElse(false);
            case 2, 3 ->
                any(company.invitations().keySet())
                        .map(player -> answer(company, player, random.nextInt(3) > 0))
                        .orElse(false);
            case 4 ->
                any(company.roles().keySet())
                        .map(player -> promote(company, player))
                        .orElse(false);
            case 5 ->
                any(company.roles().keySet())
                        .map(player -> part(company, player))
                        .orElse(false);
            case 6 -> inviteMany(company);
            default -> false;
        };
        if (!happened) {
            rename(company);
        }
    }

    private <T> Optional<T> any(Collection<T> some) {
        return some.stream()
                .skip(some.isEmpty() ? 0 : random.nextInt(some.size()))
                .findFirst();
    }

    private void found() {
        Player owner = players.get(random.nextInt(players.size()));
        boolean open = random.nextBoolean();
        Optional<JsonNode> answer = owner.ask(
                "POST",
                "/groups",
                Map.of(
                        "name", "Chaos " + number + " " + deeds,
                        "visibility", open ? "PUBLIC" : "PRIVATE",
                        "joinPolicy", open ? "OPEN" : "INVITE_ONLY"));
        answer.map(group -> group.path("id").asText()).ifPresent(group -> {
            told.founded(group, owner);
            if (open) {
                told.toEverybody(group, players);
            }
            companies.add(new Company(group, owner, open, players));
            if (companies.size() > GROUPS) {
                companies.removeFirst();
            }
        });
    }

    private void rename(Company company) {
        String name = "Chaos " + number + " " + deeds;
        boolean done = company.owner()
                .ask("PATCH", "/groups/" + company.id(), Map.of("name", name))
                .isPresent();
        told.inGroup(company, "group:updated", name, company.members(), done);
        settle(company, done);
    }

    /** Joins, or is invited where one cannot join. */
    private boolean come(Company company, Player player) {
        company.strangers().remove(player);
        if (company.isOpen()) {
            boolean done = player.ask("PUT", membership(company, "me"), null).isPresent();
            joined(company, player, done);
        } else {
            Optional<JsonNode> invitation = company.owner()
                    .ask("POST", "/invitations", Map.of("groupId", company.id(), "inviteeId", player.id()));
            told.invited(company, player, invitation.isPresent());
            invitation.ifPresent(
                    sent -> company.invitations().put(player, sent.path("id").asText()));
            settle(company, invitation.isPresent());
        }
        return true;
    }

    private void joined(Company company, Player player, boolean done) {
        company.seat(player);
        told.inGroup(company, "group:member_joined", player.id(), company.members(), done);
        settle(company, done);
    }

    private boolean answer(Company company, Player player, boolean accepting) {
        String invitation = "/invitations/" + company.invitations().remove(player);
        Map<String, String> body = accepting ? Map.of() : Map.of("scope", "ONCE");
        boolean done = player.ask("POST", invitation + (accepting ? "/accept" : "/decline"), body)
                .isPresent();
        told.inInbox(company.owner(), "invitation:responded", company, player.id(), done);
        if (accepting) {
            joined(company, player, done);
        } else {
            settle(company, done);
        }
        return true;
    }

    private boolean promote(Company company, Player player) {
        String role = switch (company.roles().get(player)) {
            case "MEMBER" -> "MODERATOR";
            case "MODERATOR" -> "ADMIN";
            default -> "";
        };
        if (role.isEmpty()) {
            return false;
        }
        company.roles().put(player, role);
        boolean done = company.owner()
                .ask("PATCH", membership(company, player.id()), Map.of("role", role))
                .isPresent();
        String about = player.id() + " " + role;
        told.inGroup(company, "group:member_role_changed", about, company.members(), done);
        told.inInbox(player, "member:role_changed", company, about, done);
        settle(company, done);
        return true;
    }

    /** Leaves, or is removed. */
    private boolean part(Company company, Player player) {
        company.unseat(player);
        told.left(company, player);
        boolean leaving = random.nextBoolean();
        boolean done = leaving
                ? player.ask("DELETE", membership(company, "me"), null).isPresent()
                : company.owner()
                        .ask("DELETE", membership(company, player.id()), null)
                        .isPresent();
        String name = leaving ? "group:member_left" : "member:removed";
        told.inGroup(company, name, player.id(), company.members(), done);
        told.inInbox(player, name, company, player.id(), done);
        settle(company, done);
        return true;
    }

    /** Nobody answers these. */
    private boolean inviteMany(Company company) {
        List<Player> invitees = List.copyOf(company.strangers()
                .subList(0, Math.min(BATCH, company.strangers().size())));
        if (company.isOpen() || invitees.isEmpty()) {
            return false;
        }
        company.strangers().removeAll(invitees);
        List<String> ids = invitees.stream().map(Player::id).toList();
        Optional<JsonNode> batch =
                company.owner().ask("POST", "/invitation-batches", Map.of("groupId", company.id(), "inviteeIds", ids));
        invitees.forEach(player -> told.invited(company, player, batch.isPresent()));
        batch.ifPresent(filed -> told.finished(company.owner(), filed.path("id").asText()));
        settle(company, batch.isPresent());
        return true;
    }

    /** Where nobody knows what happened, the group is left alone from here on. */
    private void settle(Company company, boolean done) {
        if (!done) {
            companies.remove(company);
        }
    }

    private static String membership(Company company, String who) {
        return "/groups/" + company.id() + "/members/" + who;
    }
}
