package org.convoke.events;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * The newest membership of one person in one group, on a compacted topic; its absence there (a tombstone) means that
 * she is no member. The envelope's sequence is that of the group event behind it.
 */
public record MembershipState(UUID groupId, String userId, String role) implements DomainEvent {

    public MembershipState {
        requireNonNull(groupId, "groupId");
        requireNonNull(userId, "userId");
        requireNonNull(role, "role");
    }

    /** The Kafka key and the subject of a membership, also of its tombstone. */
    public static String key(UUID groupId, String userId) {
        return groupId + ":" + userId;
    }

    /** @throws IllegalArgumentException when it is not the {@link #key} of a membership */
    public static UUID groupOf(String key) {
        return UUID.fromString(key.substring(0, separator(key)));
    }

    /** @throws IllegalArgumentException when it is not the {@link #key} of a membership */
    public static String userOf(String key) {
        return key.substring(separator(key) + 1);
    }

    private static int separator(String key) {
        int at = key.indexOf(':');
        if (at < 0) {
            throw new IllegalArgumentException("Not the key of a membership: " + key);
        }
        return at;
    }
}
