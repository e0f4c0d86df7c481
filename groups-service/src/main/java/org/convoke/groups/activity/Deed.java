package org.convoke.groups.activity;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.convoke.events.GroupEvent;
import org.convoke.events.GroupEvent.GroupArchived;
import org.convoke.events.GroupEvent.GroupCreated;
import org.convoke.events.GroupEvent.GroupDeleted;
import org.convoke.events.GroupEvent.GroupUnarchived;
import org.convoke.events.GroupEvent.GroupUpdated;
import org.convoke.events.GroupEvent.JoinRequestApproved;
import org.convoke.events.GroupEvent.JoinRequestRejected;
import org.convoke.events.GroupEvent.JoinRequestWithdrawn;
import org.convoke.events.GroupEvent.JoinRequested;
import org.convoke.events.GroupEvent.MemberBanned;
import org.convoke.events.GroupEvent.MemberJoined;
import org.convoke.events.GroupEvent.MemberLeft;
import org.convoke.events.GroupEvent.MemberMuted;
import org.convoke.events.GroupEvent.MemberRemoved;
import org.convoke.events.GroupEvent.MemberRoleChanged;
import org.convoke.events.GroupEvent.MemberUnbanned;
import org.convoke.events.GroupEvent.OfRequest;
import org.convoke.events.GroupEvent.OwnershipTransferred;
import org.convoke.events.JoinRequestSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Who did what to whom, as the audit has it.
 *
 * @param subjectId null where it happened to the group
 * @param data what tells one deed of its kind from another
 */
record Deed(String actorId, @Nullable String subjectId, Map<String, Object> data) {

    static Deed of(GroupEvent event) {
        return switch (event) {
            case GroupCreated e ->
                new Deed(e.group().createdBy(), null, Map.of("name", e.group().name()));
            case GroupUpdated e -> new Deed(e.actorId(), null, Map.of());
            case GroupArchived e -> new Deed(e.actorId(), null, Map.of());
            case GroupUnarchived e -> new Deed(e.actorId(), null, Map.of());
            case GroupDeleted e -> new Deed(e.actorId(), null, Map.of());
            case MemberJoined e -> new Deed(e.userId(), e.userId(), entrance(e));
            case MemberLeft e -> new Deed(e.userId(), e.userId(), Map.of());
            case MemberRemoved e -> new Deed(e.actorId(), e.userId(), Map.of());
            case MemberBanned e -> new Deed(e.actorId(), e.userId(), given("until", e.until()));
            case MemberUnbanned e -> new Deed(e.actorId(), e.userId(), Map.of());
            case MemberRoleChanged e ->
                new Deed(e.actorId(), e.userId(), Map.of("role", e.role(), "previousRole", e.previousRole()));
            case MemberMuted e -> new Deed(e.actorId(), e.userId(), given("mutedUntil", e.mutedUntil()));
            case OwnershipTransferred e ->
                new Deed(e.actorId(), e.userId(), Map.of("previousOwner", e.previousOwner()));
            case OfRequest e -> of(e);
        };
    }

    /** The name of the event, as {@code MEMBER_JOINED}. */
    static String kind(GroupEvent event) {
        String name = event.getClass().getSimpleName();
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    private static Deed of(OfRequest event) {
        JoinRequestSnapshot request = event.joinRequest();
        String asks = request.userId();
        String decides = request.decidedBy() == null ? asks : request.decidedBy();
        Map<String, Object> data = Map.of("joinRequestId", request.id().toString());
        return switch (event) {
            case JoinRequested e -> new Deed(asks, asks, data);
            case JoinRequestWithdrawn e -> new Deed(asks, asks, data);
            case JoinRequestApproved e -> new Deed(decides, asks, data);
            case JoinRequestRejected e -> new Deed(decides, asks, data);
        };
    }

    private static Map<String, Object> entrance(MemberJoined joined) {
        Map<String, Object> data = new LinkedHashMap<>(Map.of("role", joined.role()));
        data.putAll(given("invitedBy", joined.invitedBy()));
        data.putAll(given("invitationId", joined.invitationId()));
        return data;
    }

    private static Map<String, Object> given(String name, @Nullable Object value) {
        return value == null ? Map.of() : Map.of(name, value.toString());
    }
}
