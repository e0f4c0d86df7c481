package org.convoke.events;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What groups-service tells about one group; all events of a group share one gapless sequence. */
public sealed interface GroupEvent extends DomainEvent {

    UUID groupId();

    /** The group exists and its creator is its owner and only member. */
    record GroupCreated(GroupSnapshot group) implements GroupEvent {

        public GroupCreated {
            requireNonNull(group, "group");
        }

        @Override
        public UUID groupId() {
            return group.id();
        }
    }

    /** Somebody is a member from here on; {@code memberCount} includes her. */
    record MemberJoined(
            UUID groupId,
            String groupName,
            String userId,
            String role,
            @Nullable String invitedBy,
            @Nullable UUID invitationId,
            int memberCount)
            implements GroupEvent {

        public MemberJoined {
            requireNonNull(groupId, "groupId");
            requireNonNull(groupName, "groupName");
            requireNonNull(userId, "userId");
            requireNonNull(role, "role");
        }
    }

    /** A member left of her own will; {@code memberCount} is without her. */
    record MemberLeft(UUID groupId, String groupName, String userId, int memberCount) implements GroupEvent {

        public MemberLeft {
            requireNonNull(groupId, "groupId");
            requireNonNull(groupName, "groupName");
            requireNonNull(userId, "userId");
        }
    }
}
