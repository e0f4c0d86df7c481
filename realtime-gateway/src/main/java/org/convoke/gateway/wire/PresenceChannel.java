package org.convoke.gateway.wire;

import java.util.Optional;
import java.util.UUID;
import org.convoke.gateway.stream.StreamName;

/** The channel {@code presence:<groupId>}. */
final class PresenceChannel {

    private static final String PREFIX = "presence:";

    private PresenceChannel() {}

    static boolean isOne(String channel) {
        return channel.startsWith(PREFIX);
    }

    static String name(UUID group) {
        return PREFIX + group;
    }

    /** @return empty where the name is malformed */
    static Optional<UUID> group(String channel) {
        return StreamName.parse("g:" + channel.substring(PREFIX.length())).map(name -> UUID.fromString(name.id()));
    }
}
