package org.convoke.e2e.model;

import java.util.List;
import java.util.Map;

/** What comes of a command. */
final class Model extends Rules {

    Model(Play.Settings settings) {
        super(settings);
        members.put(0, "OWNER");
    }

    /** Whether it can be asked at all: there is an invitation or a request to name. */
    boolean isPossible(Command command) {
        return switch (command.kind()) {
            case FOUND -> deleted;
            case ACCEPT, DECLINE -> invitations.containsKey(command.who());
            case CANCEL -> invitations.containsKey(command.whom());
            case APPROVE, REJECT -> requests.containsKey(command.whom());
            case WITHDRAW -> requests.containsKey(command.who());
            default -> true;
        };
    }

    String play(Command command) {
        try {
            return outcome(command, command.who(), command.whom());
        } catch (No no) {
            return no.getMessage();
        }
    }

    private String outcome(Command command, int who, int whom) {
        return switch (command.kind()) {
            case FOUND -> found(who);
            case JOIN -> join(who);
            case LEAVE -> leave(who);
            case LEAVE_TO -> leaveTo(who, whom);
            case INVITE -> invite(who, whom);
            case ACCEPT -> accept(who);
            case DECLINE -> end(invitations, who, "DECLINED");
            case CANCEL -> cancel(who, whom);
            case ASK -> ask(who);
            case APPROVE -> approve(who, whom);
            case REJECT -> reject(who, whom);
            case WITHDRAW -> withdraw(who);
            case BAN -> ban(who, whom);
            case UNBAN -> unban(who, whom);
            case ASSIGN -> assign(who, whom, command.role());
            case TRANSFER -> transfer(who, whom);
            case REMOVE -> remove(who, whom);
            case ARCHIVE -> archive(who, true);
            case UNARCHIVE -> archive(who, false);
            case DELETE -> delete(who);
        };
    }

    private String found(int who) {
        List.of(members, requests, invitations, inviters).forEach(Map::clear);
        bans.clear();
        archived = false;
        deleted = false;
        members.put(who, "OWNER");
        return "201";
    }

    private String join(int who) {
        if (isIn(who)) {
            return "200";
        }
        mustBeOpenTo(who);
        if (isInvited(who) || settings.joinPolicy().equals("OPEN")) {
            admit(who, "ACCEPTED");
            return "201";
        }
        require(settings.joinPolicy().equals("REQUEST"), "403 invite-only");
        requests.put(who, "PENDING");
        return "202";
    }

    private String ask(int who) {
        require(!isIn(who), "409 already-a-member");
        mustBeOpenTo(who);
        String answer = hasAsked(who) ? "200" : "201";
        if (isInvited(who)) {
            admit(who, "ACCEPTED");
            requests.put(who, "APPROVED");
            return answer;
        }
        require(!settings.joinPolicy().equals("OPEN"), "409 open-group");
        require(settings.joinPolicy().equals("REQUEST"), "403 invite-only");
        requests.put(who, "PENDING");
        return answer;
    }

    private void mustBeOpenTo(int who) {
        mustSee(who);
        mustNotBeArchived();
        require(!bans.contains(who), "403 banned");
    }

    /** What she asked for and was invited to ends with it. */
    private void admit(int who, String invitation) {
        require(members.size() < settings.capacity(), "409 group-full");
        members.put(who, "MEMBER");
        requests.replace(who, "PENDING", "APPROVED");
        invitations.replace(who, "PENDING", invitation);
    }

    private String leave(int who) {
        if (!isIn(who)) {
            mustSee(who);
        }
        require(!isLastOwner(who), "409 last-owner");
        members.remove(who);
        return "204";
    }

    private String leaveTo(int who, int whom) {
        if (is(who, "OWNER")) {
            require(who != whom && isIn(whom), "409 not-a-member");
            members.put(whom, "OWNER");
        }
        return leave(who);
    }

    private String invite(int who, int whom) {
        mustSee(who);
        mustNotBeArchived();
        require(mayInvite(who), "403 may-not-invite");
        require(!isIn(whom), "409 already-a-member");
        require(!bans.contains(whom), "409 banned");
        if (isInvited(whom)) {
            return "200";
        }
        invitations.put(whom, "PENDING");
        inviters.put(whom, who);
        if (hasAsked(whom) && isAtLeast(who, "MODERATOR") && members.size() < settings.capacity()) {
            admit(whom, "ACCEPTED");
        }
        return "201";
    }

    private String accept(int who) {
        if (isInvited(who)) {
            admit(who, "ACCEPTED");
        }
        return end(invitations, who, "ACCEPTED");
    }

    private String cancel(int who, int whom) {
        if (inviters.get(whom) != who && !isAtLeast(who, "MODERATOR")) {
            throw new No(who == whom ? "403 forbidden" : "404 not-found");
        }
        return end(invitations, whom, "CANCELLED");
    }

    /** What has ended so already is not done again. */
    private static String end(Map<Integer, String> things, int whose, String how) {
        boolean ended =
                things.replace(whose, "PENDING", how) || things.get(whose).equals(how);
        require(ended, "409 not-pending");
        return "200";
    }

    private String approve(int who, int whom) {
        mustDecide(who, whom);
        if (hasAsked(whom)) {
            mustNotBeArchived();
            admit(whom, "REVOKED JOINED");
        }
        return end(requests, whom, "APPROVED");
    }

    private String reject(int who, int whom) {
        mustDecide(who, whom);
        return end(requests, whom, "REJECTED");
    }

    private void mustDecide(int who, int whom) {
        require(!deleted && (isIn(who) || who == whom), "404 not-found");
        require(isAtLeast(who, "MODERATOR"), "403 forbidden");
    }

    private String withdraw(int who) {
        require(!deleted, "404 not-found");
        return end(requests, who, "WITHDRAWN");
    }

    private String ban(int who, int whom) {
        mustAct(who, "MODERATOR");
        require(who != whom && (!isIn(whom) || outranks(who, whom)), "403 outranked");
        members.remove(whom);
        requests.replace(whom, "PENDING", "REJECTED");
        invitations.replace(whom, "PENDING", "REVOKED BANNED");
        return bans.add(whom) ? "201" : "200";
    }

    private String unban(int who, int whom) {
        mustAct(who, "MODERATOR");
        bans.remove(whom);
        return "204";
    }

    private String assign(int who, int whom, String role) {
        mustAct(who, "MODERATOR");
        require(isIn(whom), "404 not-found");
        if (is(whom, role) && grants(who, role)) {
            return "200";
        }
        require(outranks(who, whom) || who == whom && is(who, "OWNER"), "403 outranked");
        require(grants(who, role), "403 forbidden");
        require(!isLastOwner(whom), "409 last-owner");
        members.put(whom, role);
        return "200";
    }

    private String transfer(int who, int whom) {
        mustAct(who, "OWNER");
        require(isIn(whom), "409 not-a-member");
        members.put(who, "ADMIN");
        members.put(whom, "OWNER");
        return "200";
    }

    private String remove(int who, int whom) {
        mustAct(who, "MODERATOR");
        require(isIn(whom), "404 not-found");
        require(outranks(who, whom), "403 outranked");
        members.remove(whom);
        return "204";
    }

    private String archive(int who, boolean so) {
        mustBe(who, "OWNER");
        archived = so;
        if (so) {
            revoke("GROUP_ARCHIVED");
        }
        return "200";
    }

    private String delete(int who) {
        mustBe(who, "OWNER");
        deleted = true;
        List.of(members, requests).forEach(Map::clear);
        bans.clear();
        revoke("GROUP_DELETED");
        return "204";
    }

    private void revoke(String reason) {
        invitations.replaceAll((invitee, status) -> status.equals("PENDING") ? "REVOKED " + reason : status);
    }
}
