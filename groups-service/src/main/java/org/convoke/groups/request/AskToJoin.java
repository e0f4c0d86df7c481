package org.convoke.groups.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.convoke.groups.Refusal;
import org.convoke.groups.Refused;
import org.convoke.groups.pending.PendingInvitation;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks to be let in. Who is invited is not kept waiting: her request is her acceptance, approved by the
 * inviter as it is made.
 */
@ApplicationScoped
public class AskToJoin {

    private final Arrivals arrivals;
    private final Admission admission;
    private final OpenRequests open;
    private final JoinRequests requests;

    public AskToJoin(Arrivals arrivals, Admission admission, OpenRequests open, JoinRequests requests) {
        this.arrivals = arrivals;
        this.admission = admission;
        this.open = open;
        this.requests = requests;
    }

    /**
     * @throws Refused UNKNOWN_PERSON, NOT_FOUND, ALREADY_A_MEMBER, ARCHIVED, BANNED, OPEN_GROUP or INVITE_ONLY; to who
     *     is invited also GROUP_FULL and JOINED_QUOTA
     */
    @Transactional
    public Asked ask(UUID groupId, String userId, @Nullable String message) {
        Arrival arrival = arrivals.of(groupId, userId);
        if (arrival.member().isPresent()) {
            throw new Refused(Refusal.ALREADY_A_MEMBER);
        }
        arrival.mustSeeTheGroup();
        admission.mustBeOpenTo(arrival);
        Optional<PendingInvitation> invitation = arrival.invitation();
        return invitation.isPresent() ? accept(arrival, invitation.get(), message) : file(arrival, message);
    }

    /** Told as a membership only: what was approved at once waited for nobody. */
    private Asked accept(Arrival arrival, PendingInvitation invitation, @Nullable String message) {
        String userId = arrival.person().id();
        Optional<JoinRequest> before = open.find(arrival.group().id(), userId);
        admission.admit(arrival, Ticket.invited(invitation));
        if (before.isPresent()) {
            return new Asked(before.get(), false);
        }
        JoinRequest request = new JoinRequest(arrival.group().id(), userId, message, arrival.now());
        request.decide(RequestStatus.APPROVED, invitation.inviterId(), arrival.now());
        requests.persist(request);
        return new Asked(request, true);
    }

    private Asked file(Arrival arrival, @Nullable String message) {
        Optional<JoinRequest> before =
                open.find(arrival.group().id(), arrival.person().id());
        if (before.isPresent()) {
            return new Asked(before.get(), false);
        }
        return switch (arrival.group().joinPolicy()) {
            case OPEN -> throw new Refused(Refusal.OPEN_GROUP);
            case INVITE_ONLY -> throw new Refused(Refusal.INVITE_ONLY);
            case REQUEST -> open.file(arrival, message);
        };
    }
}
