package org.convoke.gateway.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether a person is here, as somebody may know it; all her devices count as one.
 *
 * @param lastSeen now while she is here; null where she never was, or is not to be seen
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Presence(
        String userId, State state, int devices, @Nullable Instant lastSeen) {

    /** INVISIBLE is what only she herself sees. */
    @Schema(name = "PresenceState")
    public enum State {
        ONLINE,
        AWAY,
        BUSY,
        INVISIBLE,
        OFFLINE
    }

    /** Of somebody who is not there, or not for the one who asks: there is no difference. */
    public static Presence unknown(String userId) {
        return new Presence(userId, State.OFFLINE, 0, null);
    }

    public boolean appearsHere() {
        return state != State.OFFLINE;
    }

    /** Whether there is nothing to tell to somebody who knows the other; time passes anyway. */
    public boolean looksLike(Presence other) {
        return state == other.state && devices == other.devices;
    }
}
