package org.convoke.groups.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.convoke.events.InvitationSnapshot;
import org.convoke.groups.group.Group;
import org.convoke.groups.group.Members;
import org.convoke.groups.group.Role;
import org.convoke.groups.pending.PendingInvitation;
import org.convoke.groups.pending.PendingInvitations;

/**
 * Somebody is invited. If she has asked to be let in, an inviter who may approve that thereby does; one who may not
 * leaves both as they are, and either closes the other.
 */
@ApplicationScoped
public class CrossInvitation {

    private final PendingInvitations invitations;
    private final Arrivals arrivals;
    private final OpenRequests requests;
    private final Members members;
    private final Admission admission;

    public CrossInvitation(
            PendingInvitations invitations,
            Arrivals arrivals,
            OpenRequests requests,
            Members members,
            Admission admission) {
        this.invitations = invitations;
        this.arrivals = arrivals;
        this.requests = requests;
        this.members = members;
        this.admission = admission;
    }

    /** Approves also by an invitation that is withheld: else the inviter could tell that it is. */
    @Transactional
    public void cross(InvitationSnapshot invited, boolean withheld) {
        PendingInvitation invitation = invitations.keep(invited, withheld);
        arrivals.find(invitation.groupId(), invitation.inviteeId())
                .filter(arrival -> invitation.stands(arrival.now()) && isAwaited(arrival, invitation.inviterId()))
                .ifPresent(arrival -> admission.admit(arrival, Ticket.invited(invitation)));
    }

    private boolean isAwaited(Arrival arrival, String inviter) {
        Group group = arrival.group();
        return requests.find(group.id(), arrival.person().id()).isPresent()
                && members.of(group.id(), inviter)
                        .filter(member -> member.role().isAtLeast(Role.MODERATOR))
                        .isPresent()
                && admission.wouldAdmit(arrival);
    }
}
