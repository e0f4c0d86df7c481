package org.convoke.gateway.delivery;

import static org.convoke.gateway.stream.StreamName.inbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.convoke.events.Fact;
import org.convoke.events.GroupEvent.JoinRequestApproved;
import org.convoke.events.GroupEvent.JoinRequestRejected;
import org.convoke.events.GroupEvent.JoinRequestWithdrawn;
import org.convoke.events.GroupEvent.JoinRequested;
import org.convoke.events.GroupEvent.OfRequest;
import org.jspecify.annotations.Nullable;

/** Who hears of a request to join: those who may decide it, and of their decision she who asked. */
@ApplicationScoped
class RequestAudience {

    private static final String DECIDED = "join_request:decided";

    private final Entries entries;
    private final Payloads payloads;

    RequestAudience(Entries entries, Payloads payloads) {
        this.entries = entries;
        this.payloads = payloads;
    }

    List<ShardOperation> of(Fact<?> fact, OfRequest event) {
        return switch (event) {
            case JoinRequested requested -> requested(fact, requested);
            case JoinRequestApproved approved ->
                decided(fact, event, event.joinRequest().decidedBy());
            case JoinRequestRejected rejected ->
                decided(fact, event, event.joinRequest().decidedBy());
            case JoinRequestWithdrawn withdrawn ->
                decided(fact, event, event.joinRequest().userId());
        };
    }

    private List<ShardOperation> requested(Fact<?> fact, JoinRequested requested) {
        ObjectNode body = payloads.joinRequest(requested);
        return requested.moderatorIds().stream()
                .<ShardOperation>map(moderator -> entries.event(
                        fact,
                        inbox(moderator),
                        "join_request:created",
                        body,
                        new Attention.Ordinary(requested.groupId())))
                .toList();
    }

    /** The other moderators' lists change; it asks nothing of them. */
    private List<ShardOperation> decided(Fact<?> fact, OfRequest event, @Nullable String decider) {
        String person = event.joinRequest().userId();
        ObjectNode body = payloads.joinRequest(event);
        List<ShardOperation> operations = new ArrayList<>();
        if (!person.equals(decider)) {
            operations.add(entries.event(fact, inbox(person), DECIDED, body, new Attention.Important(event.groupId())));
        }
        event.moderatorIds().stream()
                .filter(moderator -> !moderator.equals(decider) && !moderator.equals(person))
                .map(moderator -> entries.event(fact, inbox(moderator), DECIDED, body))
                .forEach(operations::add);
        return operations;
    }
}
