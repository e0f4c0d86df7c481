package org.convoke.groups.membership.api;

import java.time.Instant;
import java.util.UUID;
import org.convoke.groups.group.Member;
import org.convoke.groups.group.Role;
import org.jspecify.annotations.Nullable;

/** A member as others see her. */
public record MemberView(
        UUID groupId,
        String userId,
        String name,
        Role role,
        @Nullable Instant mutedUntil,
        @Nullable String invitedBy,
        Instant joinedAt) {

    static MemberView of(Member member) {
        return new MemberView(
                member.groupId(),
                member.userId(),
                member.person().name(),
                member.role(),
                member.mutedUntil(),
                member.invitedBy(),
                member.joinedAt());
    }
}
