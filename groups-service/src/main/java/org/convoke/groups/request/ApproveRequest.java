package org.convoke.groups.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.convoke.groups.Refused;
import org.convoke.groups.group.MemberId;

/** A moderator lets somebody in who asked; where that cannot be, the request stays open. */
@ApplicationScoped
public class ApproveRequest {

    private final JoinRequests requests;
    private final Arrivals arrivals;
    private final Deciders deciders;
    private final Admission admission;

    public ApproveRequest(JoinRequests requests, Arrivals arrivals, Deciders deciders, Admission admission) {
        this.requests = requests;
        this.arrivals = arrivals;
        this.deciders = deciders;
        this.admission = admission;
    }

    /**
     * Does nothing to what is approved already.
     *
     * @throws Refused NOT_FOUND, FORBIDDEN, NOT_PENDING, ARCHIVED, BANNED, GROUP_FULL or JOINED_QUOTA
     */
    @Transactional
    public JoinRequest approve(UUID id, String decider) {
        MemberId asked = requests.asked(id);
        Arrival arrival = arrivals.of(asked.groupId(), asked.userId());
        JoinRequest request = requests.findById(id);
        deciders.mustDecide(request, decider);
        if (!request.is(RequestStatus.APPROVED)) {
            request.mustBePending();
            admission.admit(arrival, Ticket.approved(decider));
        }
        return request;
    }
}
