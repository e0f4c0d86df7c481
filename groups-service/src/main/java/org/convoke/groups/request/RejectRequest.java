package org.convoke.groups.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.convoke.groups.Refused;
import org.convoke.groups.group.Group;
import org.convoke.groups.group.Groups;

/** A moderator does not let somebody in who asked. */
@ApplicationScoped
public class RejectRequest {

    private final JoinRequests requests;
    private final Groups groups;
    private final Deciders deciders;
    private final OpenRequests open;

    public RejectRequest(JoinRequests requests, Groups groups, Deciders deciders, OpenRequests open) {
        this.requests = requests;
        this.groups = groups;
        this.deciders = deciders;
        this.open = open;
    }

    /**
     * Does nothing to what is rejected already.
     *
     * @throws Refused NOT_FOUND, FORBIDDEN or NOT_PENDING
     */
    @Transactional
    public JoinRequest reject(UUID id, String decider) {
        Group group = groups.lock(requests.asked(id).groupId());
        JoinRequest request = requests.findById(id);
        deciders.mustDecide(request, decider);
        if (!request.is(RequestStatus.REJECTED)) {
            open.decide(group, request, RequestStatus.REJECTED, decider, groups.databaseTime());
        }
        return request;
    }
}
