package org.convoke.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What groups-service tells about one group; all events of a group share one gapless sequence. */
public sealed interface GroupEvent extends DomainEvent permits GroupEvent.OfGroup, GroupEvent.Named {

    UUID groupId();

    /** An event that carries the whole group. */
    sealed interface OfGroup extends GroupEvent {

        GroupSnapshot group();

        @Override
        default UUID groupId() {
            return group().id();
        }
    }

    /** An event that carries the group's name as it was. */
    sealed interface Named extends GroupEvent
            permits OfMember, OfRequest, GroupArchived, GroupUnarchived, GroupDeleted {

        String groupName();
    }

    /** Something happened to {@code userId}. */
    sealed interface OfMember extends Named {

        String userId();
    }

    /** Somebody asks to be let in; {@code moderatorIds} are those who may decide, at most 200 of them. */
    sealed interface OfRequest extends Named {

        JoinRequestSnapshot joinRequest();

        List<String> moderatorIds();

        @Override
        default UUID groupId() {
            return joinRequest().groupId();
        }
    }

    /** The group exists and its creator is its owner and only member. */
    record GroupCreated(GroupSnapshot group) implements OfGroup {
        public GroupCreated {
            requireNonNull(group, "group");
        }
    }

    /** Its settings are different; {@code changed} names those fields of the group. */
    record GroupUpdated(GroupSnapshot group, String actorId, List<String> changed) implements OfGroup {
        public GroupUpdated {
            requireNonNull(group, "group");
            requireNonNull(actorId, "actorId");
            requireNonNull(changed, "changed");
        }
    }

    /** It takes no changes from here on. */
    record GroupArchived(UUID groupId, String groupName, String actorId) implements Named {
        public GroupArchived {
            requireNonNull(groupId, "groupId");
            requireNonNull(groupName, "groupName");
            requireNonNull(actorId, "actorId");
        }
    }

    /** It takes changes again. */
    record GroupUnarchived(UUID groupId, String groupName, String actorId) implements Named {
        public GroupUnarchived {
            requireNonNull(groupId, "groupId");
            requireNonNull(groupName, "groupName");
            requireNonNull(actorId, "actorId");
        }
    }

    /** The group is gone, and with it every membership, ban and request; the last event of its sequence. */
    record GroupDeleted(UUID groupId, String groupName, String actorId) implements Named {
        public GroupDeleted {
            requireNonNull(groupId, "groupId");
            requireNonNull(groupName, "groupName");
            requireNonNull(actorId, "actorId");
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
            implements OfMember {
        public MemberJoined {
            requireNonNull(groupId, "groupId");
            requireNonNull(groupName, "groupName");
            requireNonNull(userId, "userId");
            requireNonNull(role, "role");
        }
    }

    /** A member left of her own will; {@code memberCount} is without her. */
    record MemberLeft(UUID groupId, String groupName, String userId, int memberCount) implements OfMember {
        public MemberLeft {
            requireNonNull(groupId, "groupId");
            requireNonNull(groupName, "groupName");
            requireNonNull(userId, "userId");
        }
    }

    /** {@code actorId} put a member out; {@code memberCount} is without her. */
    record MemberRemoved(UUID groupId, String groupName, String actorId, String userId, int memberCount)
            implements OfMember {
        public MemberRemoved {
            requireNonNull(groupId, "groupId");
            requireNonNull(groupName, "groupName");
            requireNonNull(actorId, "actorId");
            requireNonNull(userId, "userId");
        }
    }

    /** She stays out until then, or for good; if she was a member, MemberRemoved came before. */
    record MemberBanned(
            UUID groupId,
            String groupName,
            String actorId,
            String userId,
            @Nullable Instant until) implements OfMember {
        public MemberBanned {
            requireNonNull(groupId, "groupId");
            requireNonNull(groupName, "groupName");
            requireNonNull(actorId, "actorId");
            requireNonNull(userId, "userId");
        }
    }

    /** She may come back. */
    record MemberUnbanned(UUID groupId, String groupName, String actorId, String userId) implements OfMember {
        public MemberUnbanned {
            requireNonNull(groupId, "groupId");
            requireNonNull(groupName, "groupName");
            requireNonNull(actorId, "actorId");
            requireNonNull(userId, "userId");
        }
    }

    /** A member has another role. */
    record MemberRoleChanged(
            UUID groupId, String groupName, String actorId, String userId, String role, String previousRole)
            implements OfMember {
        public MemberRoleChanged {
            requireNonNull(groupId, "groupId");
            requireNonNull(groupName, "groupName");
            requireNonNull(actorId, "actorId");
            requireNonNull(userId, "userId");
            requireNonNull(role, "role");
            requireNonNull(previousRole, "previousRole");
        }
    }

    /** A member is muted until then; null says that she is no more. */
    record MemberMuted(
            UUID groupId,
            String groupName,
            String actorId,
            String userId,
            @Nullable Instant mutedUntil) implements OfMember {
        public MemberMuted {
            requireNonNull(groupId, "groupId");
            requireNonNull(groupName, "groupName");
            requireNonNull(actorId, "actorId");
            requireNonNull(userId, "userId");
        }
    }

    /** {@code userId} is an owner now and {@code previousOwner} an admin. */
    record OwnershipTransferred(UUID groupId, String groupName, String actorId, String userId, String previousOwner)
            implements OfMember {
        public OwnershipTransferred {
            requireNonNull(groupId, "groupId");
            requireNonNull(groupName, "groupName");
            requireNonNull(actorId, "actorId");
            requireNonNull(userId, "userId");
            requireNonNull(previousOwner, "previousOwner");
        }
    }

    /** Somebody asks to be let in. */
    record JoinRequested(String groupName, JoinRequestSnapshot joinRequest, List<String> moderatorIds)
            implements OfRequest {
        public JoinRequested {
            requireNonNull(groupName, "groupName");
            requireNonNull(joinRequest, "joinRequest");
            requireNonNull(moderatorIds, "moderatorIds");
        }
    }

    /** She was let in; MemberJoined came before. */
    record JoinRequestApproved(String groupName, JoinRequestSnapshot joinRequest, List<String> moderatorIds)
            implements OfRequest {
        public JoinRequestApproved {
            requireNonNull(groupName, "groupName");
            requireNonNull(joinRequest, "joinRequest");
            requireNonNull(moderatorIds, "moderatorIds");
        }
    }

    /** She was not let in. */
    record JoinRequestRejected(String groupName, JoinRequestSnapshot joinRequest, List<String> moderatorIds)
            implements OfRequest {
        public JoinRequestRejected {
            requireNonNull(groupName, "groupName");
            requireNonNull(joinRequest, "joinRequest");
            requireNonNull(moderatorIds, "moderatorIds");
        }
    }

    /** She asks no more. */
    record JoinRequestWithdrawn(String groupName, JoinRequestSnapshot joinRequest, List<String> moderatorIds)
            implements OfRequest {
        public JoinRequestWithdrawn {
            requireNonNull(groupName, "groupName");
            requireNonNull(joinRequest, "joinRequest");
            requireNonNull(moderatorIds, "moderatorIds");
        }
    }
}
