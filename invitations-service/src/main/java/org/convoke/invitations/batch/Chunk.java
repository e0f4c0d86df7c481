package org.convoke.invitations.batch;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.convoke.invitations.invitation.Order;
import org.jspecify.annotations.Nullable;

/**
 * The next recipients of a batch, in the hands of one worker.
 *
 * @param isLastTry what fails now has failed
 */
record Chunk(
        UUID batchId,
        UUID leaseId,
        UUID groupId,
        String inviterId,
        @Nullable String message,
        Duration life,
        List<Item> items,
        boolean isLastTry) {

    List<String> inviteeIds() {
        return items.stream().map(Item::inviteeId).toList();
    }

    int end() {
        return items.getLast().position();
    }

    Order order() {
        return new Order(groupId, inviterId, inviteeIds(), message, life, true);
    }
}
