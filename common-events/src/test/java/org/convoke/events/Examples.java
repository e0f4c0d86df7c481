package org.convoke.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One example of every event, as the golden files have it. */
final class Examples {

    private static final UUID GROUP = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final UUID INVITATION = UUID.fromString("01890a5d-ac96-7d3f-9a2b-0c5d1e2f3a4b");
    private static final Instant THEN = Instant.parse("2026-02-03T04:05:06.789012Z");

    private Examples() {}

    static List<DomainEvent> all() {
        return List.of(
                new GroupEvent.GroupCreated(group()),
                new GroupEvent.MemberJoined(GROUP, "Chess", "bob", "MEMBER", "alice", INVITATION, 2),
                new GroupEvent.MemberLeft(GROUP, "Chess", "bob", 1),
                new MembershipState(GROUP, "bob", "MEMBER"),
                new InvitationEvent.InvitationSent(invitation("PENDING", null)),
                new InvitationEvent.InvitationAccepted(invitation("ACCEPTED", THEN.plusSeconds(60))),
                new InvitationEvent.InvitationDeclined(invitation("DECLINED", THEN.plusSeconds(60))),
                new InvitationEvent.InvitationCancelled(invitation("CANCELLED", THEN.plusSeconds(60)), "alice"),
                new InvitationEvent.InvitationExpired(invitation("EXPIRED", THEN.plusSeconds(60))));
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

    private static InvitationSnapshot invitation(String status, Instant decidedAt) {
        return new InvitationSnapshot(
                INVITATION,
                GROUP,
                new GroupPreview(GROUP, "Chess", "PUBLIC", 1),
                "alice",
                "bob",
                "Come and play",
                status,
                null,
                THEN,
                THEN.plusSeconds(1_209_600),
                decidedAt);
    }
}
