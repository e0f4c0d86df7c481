package org.convoke.invitations.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convoke.events.Topic;
import org.convoke.invitations.group.InvitationCheck;
import org.convoke.invitations.group.InvitationCheck.Invitee;
import org.convoke.invitations.group.Standing;
import org.convoke.ledger.Ledger;

/** Invites one or a thousand people, each unless a rule says no; the same for single invitations and for batches. */
@ApplicationScoped
public class InvitePeople {

    private final Gate gate;
    private final JudgeInvitees judgeInvitees;
    private final Invitations invitations;
    private final Ledger ledger;

    InvitePeople(Gate gate, JudgeInvitees judgeInvitees, Invitations invitations, Ledger ledger) {
        this.gate = gate;
        this.judgeInvitees = judgeInvitees;
        this.invitations = invitations;
        this.ledger = ledger;
    }

    /**
     * In the caller's transaction. Until its end nobody else invites to that group.
     *
     * @param check about all of them, and possibly others
     * @return in the order of the order
     */
    @Transactional(TxType.MANDATORY)
    public List<Result> invite(Order order, InvitationCheck check) {
        List<String> open = open(order, check);
        InvitationCheck valid = gate.enter(order, open, check);
        Instant now = invitations.databaseTime();
        expireOver(order.groupId(), open, now);
        return send(order, valid, judgeInvitees.judge(order, valid, now), now);
    }

    private void expireOver(UUID groupId, List<String> inviteeIds, Instant now) {
        for (Invitation over : invitations.lockOver(groupId, inviteeIds, now)) {
            ledger.tell(Topic.INVITATIONS, over.expire(now));
        }
        // Hibernate inserts before it updates: those that take their place would be refused.
        invitations.flush();
    }

    /** What {@link #invite} would do at this moment; CREATED comes without an invitation. */
    @Transactional
    public List<Result> predict(Order order, InvitationCheck check) {
        List<Result> results = new ArrayList<>();
        judgeInvitees
                .judge(order, check, invitations.databaseTime())
                .forEach((id, judgement) -> results.add(new Result(id, judgement.verdict(), judgement.existing())));
        return results;
    }

    private List<Result> send(Order order, InvitationCheck check, Map<String, Judgement> judged, Instant now) {
        List<Invitation> fresh = new ArrayList<>();
        List<Result> results = new ArrayList<>();
        judged.forEach((id, judgement) -> {
            if (judgement.isFresh()) {
                var invitation = new Invitation(order, id, check.group(), judgement.withheld(), now);
                fresh.add(invitation);
                results.add(new Result(id, Verdict.CREATED, invitation.at(now)));
            } else {
                results.add(new Result(id, judgement.verdict(), judgement.existing()));
            }
        });
        fresh.forEach(invitation -> ledger.tell(Topic.INVITATIONS, invitation.send()));
        invitations.persist(fresh);
        return results;
    }

    /** Those to whom nothing but consent, quotas and what is pending can say no. */
    private static List<String> open(Order order, InvitationCheck check) {
        Set<String> open = check.invitees().stream()
                .filter(each -> check.mayInvite() && isOpen(each.standing()))
                .map(Invitee::userId)
                .collect(Collectors.toSet());
        return order.inviteeIds().stream().filter(open::contains).toList();
    }

    private static boolean isOpen(Standing standing) {
        return switch (standing) {
            case OK, REQUESTED -> true;
            case MEMBER, BANNED, UNKNOWN -> false;
        };
    }
}
