package org.convoke.gateway.presence;

import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What became of records that were written.
 *
 * @param next until a session that has ended counts no more; zero where there is none
 * @param more whether a dead holder stands in more records
 */
record Settled(Duration next, boolean more, List<Change> changes) {

    /** A person appears otherwise than before, and who is to hear of it. */
    record Change(String userId, List<UUID> groups, List<String> pods) {}

    static Settled of(Response answer) {
        List<Change> changes = new ArrayList<>();
        for (int i = 2; i < answer.size(); i++) {
            Response change = answer.get(i);
            changes.add(new Change(
                    change.get(0).toString(),
                    change.get(1).stream()
                            .map(group -> UUID.fromString(group.toString()))
                            .toList(),
                    change.get(2).stream().map(Response::toString).toList()));
        }
        return new Settled(
                Duration.ofMillis(answer.get(0).toLong()), answer.get(1).toInteger() == 1, changes);
    }
}
