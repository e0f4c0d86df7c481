package org.convoke.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One example of every event, as the golden files have it. */
final class Examples {

    private static final UUID GROUP = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final UUID INVITATION = UUID.fromString("01890a5d-ac96-7d3f-9a2b-0c5d1e2f3a4b");
    private static final Instant THEN = Instant.parse("2026-02-03T04:05:06.789012Z");

    private static final Instant LATER = THEN.plusSeconds(60);

    private Examples() {}

    static List<DomainEvent> all() {
        JoinRequestSnapshot pending = joinRequest("PENDING", null);
        return List.of(
                new GroupEvent.GroupCreated(group()),
                new GroupEvent.GroupUpdated(group(), "alice", List.of("description")),
                new GroupEvent.GroupArchived(GROUP, "Chess", "alice"),
                new GroupEvent.GroupUnarchived(GROUP, "Chess", "alice"),
                new GroupEvent.GroupDeleted(GROUP, "Chess", "alice"),
                new GroupEvent.MemberJoined(GROUP, "Chess", "bob", "MEMBER", "alice", INVITATION, 2),
                new GroupEvent.MemberLeft(GROUP, "Chess", "bob", 1),
                new GroupEvent.MemberRemoved(GROUP, "Chess", "alice", "bob", 1),
                new GroupEvent.MemberBanned(GROUP, "Chess", "alice", "bob", THEN.plusSeconds(3600)),
                new GroupEvent.MemberUnbanned(GROUP, "Chess", "alice", "bob"),
                new GroupEvent.MemberRoleChanged(GROUP, "Chess", "alice", "bob", "MODERATOR", "MEMBER"),
                new GroupEvent.MemberMuted(GROUP, "Chess", "alice", "bob", THEN.plusSeconds(3600)),
                new GroupEvent.OwnershipTransferred(GROUP, "Chess", "alice", "bob", "alice"),
                new GroupEvent.JoinRequested("Chess", pending, List.of("alice")),
                new GroupEvent.JoinRequestApproved("Chess", joinRequest("APPROVED", "alice"), List.of("alice")),
                new GroupEvent.JoinRequestRejected("Chess", joinRequest("REJECTED", "alice"), List.of("alice")),
                new GroupEvent.JoinRequestWithdrawn("Chess", joinRequest("WITHDRAWN", "bob"), List.of("alice")),
                new MembershipState(GROUP, "bob", "MEMBER"),
                new InvitationEvent.InvitationSent(invitation("PENDING", null, null), false),
                new InvitationEvent.InvitationResent(invitation("PENDING", null, null), false),
                new InvitationEvent.InvitationAccepted(invitation("ACCEPTED", null, LATER)),
                new InvitationEvent.InvitationDeclined(invitation("DECLINED", null, LATER)),
                new InvitationEvent.InvitationCancelled(invitation("CANCELLED", null, LATER), "alice", false),
                new InvitationEvent.InvitationExpired(invitation("EXPIRED", null, LATER), false),
                new InvitationEvent.InvitationRevoked(invitation("REVOKED", "BANNED", LATER), "carol", true),
                new BatchEvent.BatchProgressed(batch("RUNNING", 1)),
                new BatchEvent.BatchCompleted(batch("COMPLETED", 3)),
                new BatchEvent.BatchCancelled(batch("CANCELLED", 2)),
                new PersonEvent.PersonMet("bob", "bob", "Bob Baker"),
                new PersonEvent.PersonErased("bob"));
    }

    private static GroupSnapshot group() {
        return new GroupSnapshot(
                GROUP,
                "Chess",
                "Openings and endgames",
                "PUBLIC",
                "OPEN",
                "MEMBERS",
                5000,
                1,
                false,
                Map.of("city", "Graz"),
                "alice",
                THEN);
    }

    private static JoinRequestSnapshot joinRequest(String status, @Nullable String decidedBy) {
        return new JoinRequestSnapshot(INVITATION, GROUP, "bob", "Please", status, decidedBy, THEN);
    }

    private static BatchSnapshot batch(String state, int created) {
        return new BatchSnapshot(
                INVITATION, GROUP, "alice", state, 3, created, created, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, THEN);
    }

    private static InvitationSnapshot invitation(String status, @Nullable String reason, @Nullable Instant decidedAt) {
        return new InvitationSnapshot(
                INVITATION,
                GROUP,
                new GroupPreview(GROUP, "Chess", "PUBLIC", 1),
                "alice",
                "bob",
                "Come and play",
                status,
                reason,
                THEN,
                THEN.plusSeconds(1_209_600),
                decidedAt);
    }
}
