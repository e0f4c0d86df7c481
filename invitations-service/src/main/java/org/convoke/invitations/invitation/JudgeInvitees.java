package org.convoke.invitations.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convoke.invitations.consent.Recipients;
import org.convoke.invitations.group.InvitationCheck;
import org.convoke.invitations.group.InvitationCheck.Invitee;
import org.convoke.invitations.group.Standing;
import org.convoke.invitations.quota.CoolDowns;
import org.convoke.invitations.quota.Quotas;
import org.jspecify.annotations.Nullable;

/** Decides about each invitee of an order. Whoever is refused costs nothing; what room is left goes by their order. */
@ApplicationScoped
class JudgeInvitees {

    private final Recipients recipients;
    private final Invitations invitations;
    private final CoolDowns coolDowns;
    private final Quotas quotas;

    JudgeInvitees(Recipients recipients, Invitations invitations, CoolDowns coolDowns, Quotas quotas) {
        this.recipients = recipients;
        this.invitations = invitations;
        this.coolDowns = coolDowns;
        this.quotas = quotas;
    }

    Map<String, Judgement> judge(Order order, InvitationCheck check, Instant now) {
        Map<String, Invitee> invitees =
                check.invitees().stream().collect(Collectors.toMap(Invitee::userId, Function.identity()));
        Map<String, Judgement> judged = new LinkedHashMap<>();
        order.inviteeIds().forEach(id -> judged.put(id, byStanding(check.mayInvite(), invitees.get(id))));
        judged.putAll(byConsent(order, fresh(judged).stream().map(invitees::get).toList()));
        judged.putAll(byWhatIsPending(order, judged, now));
        judged.putAll(byCoolDown(order, fresh(judged), now));
        judged.putAll(byRoom(order, fresh(judged), now));
        return judged;
    }

    private static Judgement byStanding(boolean mayInvite, @Nullable Invitee invitee) {
        if (!mayInvite) {
            return Judgement.not(Verdict.NOT_ALLOWED);
        }
        return switch (invitee == null ? Standing.UNKNOWN : invitee.standing()) {
            case OK, REQUESTED -> Judgement.SHOWN;
            case MEMBER -> Judgement.not(Verdict.ALREADY_MEMBER);
            case BANNED -> Judgement.not(Verdict.BANNED);
            case UNKNOWN -> Judgement.not(Verdict.UNKNOWN);
        };
    }

    private Map<String, Judgement> byConsent(Order order, List<Invitee> invitees) {
        Map<String, Judgement> judged = new HashMap<>();
        recipients
                .receptions(order.inviterId(), order.groupId(), invitees)
                .forEach((id, reception) -> judged.put(
                        id,
                        switch (reception) {
                            case SHOWN -> Judgement.SHOWN;
                            case WITHHELD -> Judgement.WITHHELD;
                            case BLOCKED -> Judgement.not(Verdict.BLOCKED);
                        }));
        return judged;
    }

    /**
     * Of what is pending, each inviter sees what she would see if nothing were withheld; one whose own invitation is
     * shown is not stopped by one that is withheld.
     */
    private Map<String, Judgement> byWhatIsPending(Order order, Map<String, Judgement> judged, Instant now) {
        Map<String, Judgement> existing = new HashMap<>();
        for (Invitation pending : invitations.pending(order.groupId(), fresh(judged))) {
            boolean isHers = pending.isBy(order.inviterId());
            boolean isInTheWay = !pending.isWithheld()
                    || isHers
                    || judged.get(pending.inviteeId()).withheld();
            if (isInTheWay && !pending.isOver(now) && (isHers || !existing.containsKey(pending.inviteeId()))) {
                existing.put(pending.inviteeId(), Judgement.existing(pending.at(now)));
            }
        }
        return existing;
    }

    private Map<String, Judgement> byCoolDown(Order order, List<String> ids, Instant now) {
        return coolDowns.ends(order.groupId(), ids, now).keySet().stream()
                .collect(Collectors.toMap(Function.identity(), id -> Judgement.not(Verdict.COOLDOWN)));
    }

    private Map<String, Judgement> byRoom(Order order, List<String> ids, Instant now) {
        int ofInviter = quotas.roomOfInviter(order.inviterId(), order.batch(), now);
        int ofGroup = quotas.roomOfGroup(order.groupId(), now);
        Verdict beyond = ofInviter <= ofGroup ? Verdict.INVITER_QUOTA : Verdict.GROUP_QUOTA;
        return ids.stream()
                .skip(Math.max(0, Math.min(ofInviter, ofGroup)))
                .collect(Collectors.toMap(Function.identity(), id -> Judgement.not(beyond)));
    }

    private static List<String> fresh(Map<String, Judgement> judged) {
        return judged.keySet().stream().filter(id -> judged.get(id).isFresh()).toList();
    }
}
