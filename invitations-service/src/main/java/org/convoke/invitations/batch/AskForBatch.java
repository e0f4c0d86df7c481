package org.convoke.invitations.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.convoke.invitations.Refusal;
import org.convoke.invitations.Refused;
import org.convoke.invitations.group.Groups;
import org.convoke.invitations.group.InvitationCheck;
import org.convoke.invitations.group.InvitationCheck.Invitee;

/** Asks groups-service, outside of any transaction, what it says of an inviter and those whom she wants to invite. */
@ApplicationScoped
class AskForBatch {

    private final Groups groups;
    private final BatchConfig config;

    AskForBatch(Groups groups, BatchConfig config) {
        this.groups = groups;
        this.config = config;
    }

    /** @throws Refused NOT_FOUND, ARCHIVED, MAY_NOT_INVITE or GROUPS_UNREACHABLE */
    void requirePermission(String inviterId, Wanted wanted) {
        permitted(inviterId, wanted.groupId(), wanted.inviteeIds().subList(0, 1));
    }

    /** @throws Refused as {@link #requirePermission} */
    private InvitationCheck permitted(String inviterId, UUID groupId, List<String> inviteeIds) {
        InvitationCheck check = groups.check(groupId, inviterId, inviteeIds);
        if (!check.mayInvite()) {
            throw new Refused(Refusal.MAY_NOT_INVITE);
        }
        return check;
    }

    /**
     * About all of them, in as many questions as a batch would ask.
     *
     * @throws Refused as {@link #requirePermission}
     */
    InvitationCheck permitted(String inviterId, Wanted wanted) {
        List<String> all = wanted.inviteeIds();
        List<InvitationCheck> checks = IntStream.iterate(0, from -> from < all.size(), from -> from + config.chunk())
                .mapToObj(from -> all.subList(from, Math.min(from + config.chunk(), all.size())))
                .map(some -> permitted(inviterId, wanted.groupId(), some))
                .toList();
        InvitationCheck last = checks.getLast();
        List<Invitee> invitees =
                checks.stream().flatMap(each -> each.invitees().stream()).toList();
        return new InvitationCheck(last.mayInvite(), last.inviterRole(), last.group(), invitees);
    }

    /** The same question in the middle of a batch, where a refusal is the outcome of all who are left. */
    Ruling ruling(Chunk chunk) {
        try {
            return new Ruling.Go(permitted(chunk.inviterId(), chunk.groupId(), chunk.inviteeIds()));
        } catch (Refused refused) {
            return switch (refused.refusal()) {
                case NOT_FOUND, ARCHIVED -> new Ruling.Stop(Outcome.GROUP_GONE);
                case MAY_NOT_INVITE -> new Ruling.Stop(Outcome.NOT_ALLOWED);
                case GROUPS_UNREACHABLE -> new Ruling.Later();
                default -> throw refused;
            };
        }
    }
}
