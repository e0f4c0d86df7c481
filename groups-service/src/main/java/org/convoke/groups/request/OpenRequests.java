package org.convoke.groups.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.convoke.groups.group.Group;
import org.convoke.groups.group.WhenBanned;
import org.jspecify.annotations.Nullable;

/** One request of a person stays open in a group until it is decided. Whoever calls holds the lock of the group's row. */
@ApplicationScoped
public class OpenRequests implements WhenBanned {

    private final JoinRequests requests;
    private final RequestLedger ledger;

    public OpenRequests(JoinRequests requests, RequestLedger ledger) {
        this.requests = requests;
        this.ledger = ledger;
    }

    public Optional<JoinRequest> find(UUID groupId, String userId) {
        return requests.open(groupId, userId);
    }

    /** A new one, or the open one as it is. */
    public Asked file(Arrival arrival, @Nullable String message) {
        Group group = arrival.group();
        String userId = arrival.person().id();
        Optional<JoinRequest> open = find(group.id(), userId);
        if (open.isPresent()) {
            return new Asked(open.get(), false);
        }
        JoinRequest request = new JoinRequest(group.id(), userId, message, arrival.now());
        requests.persist(request);
        ledger.tell(group, request, arrival.now());
        return new Asked(request, true);
    }

    /** Closes the open one, if there is one. */
    public void close(Group group, String userId, RequestStatus decision, String decider, Instant now) {
        find(group.id(), userId).ifPresent(request -> decide(group, request, decision, decider, now));
    }

    /** @throws org.convoke.groups.Refused NOT_PENDING */
    void decide(Group group, JoinRequest request, RequestStatus decision, String decider, Instant now) {
        request.decide(decision, decider, now);
        ledger.tell(group, request, now);
    }

    @Override
    public void banned(Group group, String userId, String actorId, Instant now) {
        close(group, userId, RequestStatus.REJECTED, actorId, now);
    }
}
