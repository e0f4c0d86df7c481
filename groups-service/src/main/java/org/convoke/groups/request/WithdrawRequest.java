package org.convoke.groups.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.convoke.groups.Refused;
import org.convoke.groups.group.Group;
import org.convoke.groups.group.Groups;

/** Who asked to be let in asks no more. */
@ApplicationScoped
public class WithdrawRequest {

    private final JoinRequests requests;
    private final Groups groups;
    private final Deciders deciders;
    private final OpenRequests open;

    public WithdrawRequest(JoinRequests requests, Groups groups, Deciders deciders, OpenRequests open) {
        this.requests = requests;
        this.groups = groups;
        this.deciders = deciders;
        this.open = open;
    }

    /**
     * Does nothing to what is withdrawn already.
     *
     * @throws Refused NOT_FOUND, FORBIDDEN or NOT_PENDING
     */
    @Transactional
    public JoinRequest withdraw(UUID id, String userId) {
        Group group = groups.lock(requests.asked(id).groupId());
        JoinRequest request = requests.findById(id);
        deciders.mustHaveAsked(request, userId);
        if (!request.is(RequestStatus.WITHDRAWN)) {
            open.decide(group, request, RequestStatus.WITHDRAWN, userId, groups.databaseTime());
        }
        return request;
    }
}
