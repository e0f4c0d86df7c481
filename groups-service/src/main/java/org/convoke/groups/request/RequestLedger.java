package org.convoke.groups.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.convoke.events.GroupEvent.JoinRequestApproved;
import org.convoke.events.GroupEvent.JoinRequestRejected;
import org.convoke.events.GroupEvent.JoinRequestWithdrawn;
import org.convoke.events.GroupEvent.JoinRequested;
import org.convoke.events.GroupEvent.OfRequest;
import org.convoke.events.JoinRequestSnapshot;
import org.convoke.groups.group.Group;
import org.convoke.groups.group.GroupLedger;
import org.convoke.groups.group.Members;

/** Tells what has become of a request, and who may or might have decided it. */
@ApplicationScoped
public class RequestLedger {

    private static final int MOST_MODERATORS = 200;

    private final GroupLedger ledger;
    private final Members members;

    public RequestLedger(GroupLedger ledger, Members members) {
        this.ledger = ledger;
        this.members = members;
    }

    /** @param group whose row is locked */
    void tell(Group group, JoinRequest request, Instant now) {
        String name = group.snapshot().name();
        JoinRequestSnapshot snapshot = request.snapshot();
        List<String> moderators = members.moderators(group.id(), MOST_MODERATORS);
        OfRequest event = switch (request.status()) {
            case PENDING -> new JoinRequested(name, snapshot, moderators);
            case APPROVED -> new JoinRequestApproved(name, snapshot, moderators);
            case REJECTED -> new JoinRequestRejected(name, snapshot, moderators);
            case WITHDRAWN -> new JoinRequestWithdrawn(name, snapshot, moderators);
        };
        ledger.tell(group, group.numbered(event), now);
    }
}
