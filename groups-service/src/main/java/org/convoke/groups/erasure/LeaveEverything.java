package org.convoke.groups.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.convoke.groups.request.WithdrawRequest;

/** Takes somebody out of all her groups, and back all she has asked for; a transaction for each. */
@ApplicationScoped
class LeaveEverything {

    private final Belongings belongings;
    private final LeaveForGood leaveForGood;
    private final WithdrawRequest withdrawRequest;

    LeaveEverything(Belongings belongings, LeaveForGood leaveForGood, WithdrawRequest withdrawRequest) {
        this.belongings = belongings;
        this.leaveForGood = leaveForGood;
        this.withdrawRequest = withdrawRequest;
    }

    void leave(String userId) {
        for (UUID group : belongings.groups(userId)) {
            leaveForGood.leave(group, userId);
        }
        for (UUID request : belongings.openRequests(userId)) {
            withdrawRequest.withdraw(request, userId);
        }
    }
}
