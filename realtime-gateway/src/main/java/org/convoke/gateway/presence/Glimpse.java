package org.convoke.gateway.presence;

import io.vertx.redis.client.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What a person's own shard says of her.
 *
 * @param groups that she is in by her own list; her seat decides
 * @param invited those of the viewers who have a pending invitation with her
 */
record Glimpse(Standing standing, List<UUID> groups, Set<String> invited) {

    static Glimpse of(String userId, List<String> viewers, Response answer) {
        Set<String> invited = new HashSet<>();
        for (int i = 0; i < viewers.size(); i++) {
            if (answer.get(i + 3).toInteger() == 1) {
                invited.add(viewers.get(i));
            }
        }
        List<UUID> groups = answer.get(2).stream()
                .map(group -> UUID.fromString(group.toString()))
                .toList();
        return new Glimpse(Standing.of(userId, answer.get(0), answer.get(1)), groups, invited);
    }
}
