package org.convoke.invitations.group;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A group in {@link GroupsDouble}; tests change it from outside, its seats are given on the event loop alone. */
public final class AGroup {

    /** No refusal, but no seat either. */
    static final String REQUESTED = "requested";

    public final UUID id;
    public final Map<String, JsonObject> members = new ConcurrentHashMap<>();
    public final Set<String> banned = ConcurrentHashMap.newKeySet();
    /** Who has asked to be let in. */
    public final Set<String> requested = ConcurrentHashMap.newKeySet();
    /** Members who may not invite. */
    public final Set<String> mute = ConcurrentHashMap.newKeySet();

    public final AtomicInteger seatCalls = new AtomicInteger();
    /** What came of a request that was stuck. */
    public volatile @Nullable String stuckEnd;

    public volatile Fault fault = Fault.NONE;
    /** What goes wrong with the calls for seats alone. */
    public volatile Fault seatFault = Fault.NONE;
    /** Who is in as many groups as one may be. */
    public final Set<String> everywhere = ConcurrentHashMap.newKeySet();

    public volatile boolean archived;
    public volatile String visibility = "PUBLIC";
    public volatile String joinPolicy = "INVITE_ONLY";
    public volatile int capacity;

    AGroup(UUID id, String owner, int capacity) {
        this.id = id;
        this.capacity = capacity;
        members.put(owner, member(owner, null).put("role", "OWNER"));
    }

    /** Seats somebody past any invitation. */
    public void seat(String userId, String role) {
        members.put(userId, member(userId, null).put("role", role));
    }

    @Nullable
    String roleOf(String userId) {
        JsonObject member = members.get(userId);
        return member == null ? null : member.getString("role");
    }

    boolean mayInvite(String userId) {
        return members.containsKey(userId) && !mute.contains(userId);
    }

    boolean isVisibleTo(String userId) {
        return !visibility.equals("HIDDEN") || members.containsKey(userId);
    }

    String standing(String userId) {
        if (members.containsKey(userId)) {
            return "MEMBER";
        }
        if (banned.contains(userId)) {
            return "BANNED";
        }
        if (requested.contains(userId)) {
            return "REQUESTED";
        }
        return userId.startsWith("nobody") ? "UNKNOWN" : "OK";
    }

    JsonObject preview() {
        return new JsonObject()
                .put("id", id.toString())
                .put("name", "Chess")
                .put("visibility", visibility)
                .put("memberCount", members.size());
    }

    /** Gives the seat, also once more, or says why not. */
    @Nullable
    String seat(String userId, JsonObject wanted) {
        if (members.containsKey(userId)) {
            return null;
        }
        if (!Instant.now().isBefore(Instant.parse(wanted.getString("deadline")))) {
            return "late";
        }
        if (archived) {
            return "archived";
        }
        if (banned.contains(userId)) {
            return "banned";
        }
        if (everywhere.contains(userId)) {
            return "group-quota";
        }
        if (userId.startsWith("nobody")) {
            return "unknown-person";
        }
        if (joinPolicy.equals("REQUEST") && "LINK".equals(wanted.getString("via"))) {
            requested.add(userId);
            return REQUESTED;
        }
        if (members.size() >= capacity) {
            return "group-full";
        }
        members.put(userId, member(userId, wanted.getString("invitedBy")));
        return null;
    }

    JsonObject joinRequest(String userId) {
        return new JsonObject()
                .put("id", UUID.nameUUIDFromBytes((id + userId).getBytes(UTF_8)).toString())
                .put("groupId", id.toString())
                .put("userId", userId)
                .put("message", null)
                .put("status", "PENDING")
                .put("decidedBy", null)
                .put("createdAt", Instant.now().toString())
                .put("unheardOf", true);
    }

    private JsonObject member(String userId, @Nullable String invitedBy) {
        return new JsonObject()
                .put("groupId", id.toString())
                .put("userId", userId)
                .put("name", userId)
                .put("role", "MEMBER")
                .put("mutedUntil", null)
                .put("invitedBy", invitedBy)
                .put("joinedAt", Instant.now().toString());
    }
}
