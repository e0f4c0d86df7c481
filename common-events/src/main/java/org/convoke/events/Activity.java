package org.convoke.events;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convoke.events.GroupEvent.GroupArchived;
import org.convoke.events.GroupEvent.GroupCreated;
import org.convoke.events.GroupEvent.GroupDeleted;
import org.convoke.events.GroupEvent.GroupUnarchived;
import org.convoke.events.GroupEvent.GroupUpdated;
import org.convoke.events.GroupEvent.MemberBanned;
import org.convoke.events.GroupEvent.MemberJoined;
import org.convoke.events.GroupEvent.MemberLeft;
import org.convoke.events.GroupEvent.MemberMuted;
import org.convoke.events.GroupEvent.MemberRemoved;
import org.convoke.events.GroupEvent.MemberRoleChanged;
import org.convoke.events.GroupEvent.MemberUnbanned;
import org.convoke.events.GroupEvent.OfRequest;
import org.convoke.events.GroupEvent.OwnershipTransferred;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a group's activity feed: the same in the feed that groups-service keeps and in the event that members are
 * sent. What only moderators may know has none.
 *
 * @param id of the fact behind it
 * @param subjectId whom it happened to, where it happened to somebody
 */
public record Activity(
        UUID id,
        UUID groupId,
        String kind,
        String actorId,
        @Nullable String subjectId,
        Map<String, Object> data,
        Instant occurredAt) {

    /** Empty for what has no place in the feed. */
    public static Optional<Activity> of(Fact<?> fact) {
        return fact.event() instanceof GroupEvent event ? of(fact, event) : Optional.empty();
    }

    private static Optional<Activity> of(Fact<?> fact, GroupEvent event) {
        return switch (event) {
            case GroupCreated e -> entry(fact, event, "GROUP_CREATED", e.group().createdBy(), null, Map.of());
            case GroupUpdated e ->
                entry(fact, event, "GROUP_UPDATED", e.actorId(), null, Map.of("changed", e.changed()));
            case GroupArchived e -> entry(fact, event, "GROUP_ARCHIVED", e.actorId(), null, Map.of());
            case GroupUnarchived e -> entry(fact, event, "GROUP_UNARCHIVED", e.actorId(), null, Map.of());
            case MemberJoined e -> entry(fact, event, "MEMBER_JOINED", e.userId(), e.userId(), invitation(e));
            case MemberLeft e -> entry(fact, event, "MEMBER_LEFT", e.userId(), e.userId(), Map.of());
            case MemberRemoved e -> entry(fact, event, "MEMBER_REMOVED", e.actorId(), e.userId(), Map.of());
            case MemberRoleChanged e ->
                entry(fact, event, "MEMBER_ROLE_CHANGED", e.actorId(), e.userId(), Map.of("role", e.role()));
            case OwnershipTransferred e ->
                entry(fact, event, "OWNERSHIP_TRANSFERRED", e.actorId(), e.userId(), Map.of("role", "OWNER"));
            case GroupDeleted e -> Optional.empty();
            case MemberBanned e -> Optional.empty();
            case MemberUnbanned e -> Optional.empty();
            case MemberMuted e -> Optional.empty();
            case OfRequest e -> Optional.empty();
        };
    }

    private static Map<String, Object> invitation(MemberJoined joined) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("role", joined.role());
        if (joined.invitedBy() != null) {
            data.put("invitedBy", joined.invitedBy());
        }
        return data;
    }

    private static Optional<Activity> entry(
            Fact<?> fact,
            GroupEvent event,
            String kind,
            String actorId,
            @Nullable String subjectId,
            Map<String, Object> data) {
        return Optional.of(new Activity(fact.id(), event.groupId(), kind, actorId, subjectId, data, fact.time()));
    }
}
