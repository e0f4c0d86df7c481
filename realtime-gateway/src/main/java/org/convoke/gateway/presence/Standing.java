package org.convoke.gateway.presence;

import io.vertx.redis.client.Response;
import java.time.Instant;
import org.convoke.gateway.session.Presence;
import org.convoke.gateway.session.Presence.State;

/** How a person appears: to others, and to herself. */
record Standing(Presence toOthers, Presence toHerself) {

    /** @param shown as the record has it: state and devices, to others and to herself */
    static Standing of(String userId, Response shown, Response lastSeen) {
        String[] parts = shown.toString().split("\\|");
        String seen = lastSeen.toString();
        Instant last = seen.isEmpty() ? null : Instant.ofEpochMilli(Long.parseLong(seen));
        return new Standing(
                new Presence(userId, State.valueOf(parts[0]), Integer.parseInt(parts[1]), last),
                new Presence(userId, State.valueOf(parts[2]), Integer.parseInt(parts[3]), last));
    }

    static Standing unknown(String userId) {
        return new Standing(Presence.unknown(userId), Presence.unknown(userId));
    }

    /** Whether there is nothing new to tell to anybody. */
    boolean looksLike(Standing other) {
        return toOthers.looksLike(other.toOthers) && toHerself.looksLike(other.toHerself);
    }

    Presence to(String viewer) {
        return viewer.equals(toHerself.userId()) ? toHerself : toOthers;
    }
}
