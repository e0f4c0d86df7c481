package org.convoke.groups.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.convoke.events.GroupEvent.MemberJoined;
import org.convoke.events.GroupEvent.MemberLeft;
import org.convoke.groups.Refusal;
import org.convoke.groups.Refused;
import org.convoke.groups.person.Person;
import org.junit.jupiter.api.Test;

class GroupTest {

    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");

    @Test
    void aNewGroupHasItsFounderAsOnlyMember() {
        Group group = aGroup(Visibility.PUBLIC, JoinPolicy.OPEN, 2);
        assertThat(group.created().group().memberCount()).isEqualTo(1);
        assertThat(group.created().group().createdBy()).isEqualTo("ann");
        assertThat(group.seq()).isEqualTo(1);
    }

    @Test
    void whoIsAdmittedIsCountedAndTold() {
        Group group = aGroup(Visibility.PUBLIC, JoinPolicy.OPEN, 2);
        UUID invitation = UUID.randomUUID();
        MemberJoined joined = group.admit(member(group, "ben", Role.MEMBER), invitation);
        assertThat(joined).isEqualTo(new MemberJoined(group.id(), "Chess Club", "ben", "MEMBER", "ann", invitation, 2));
        assertThat(group.seq()).isEqualTo(2);
    }

    @Test
    void aFullGroupAdmitsNobodyAndTakesNoNumber() {
        Group group = aGroup(Visibility.PUBLIC, JoinPolicy.OPEN, 2);
        group.admit(member(group, "ben", Role.MEMBER), null);
        assertRefused(Refusal.GROUP_FULL, () -> group.admit(member(group, "cleo", Role.MEMBER), null));
        assertThat(group.seq()).isEqualTo(2);
        assertThat(group.snapshot().memberCount()).isEqualTo(2);
    }

    @Test
    void whoLeavesMakesRoom() {
        Group group = aGroup(Visibility.PUBLIC, JoinPolicy.OPEN, 2);
        Member ben = member(group, "ben", Role.MEMBER);
        group.admit(ben, null);
        assertThat(group.release(ben, 0)).isEqualTo(new MemberLeft(group.id(), "Chess Club", "ben", 1));
        assertThat(group.seq()).isEqualTo(3);
        group.admit(member(group, "cleo", Role.MEMBER), null);
    }

    @Test
    void theLastOwnerStays() {
        Group group = aGroup(Visibility.PUBLIC, JoinPolicy.OPEN, 2);
        Member ann = member(group, "ann", Role.OWNER);
        assertRefused(Refusal.LAST_OWNER, () -> group.release(ann, 0));
        assertThat(group.release(ann, 1).userId()).isEqualTo("ann");
    }

    @Test
    void outsidersSeeWhatTheVisibilitySays() {
        assertThat(aGroup(Visibility.PUBLIC, JoinPolicy.OPEN, 2).isVisibleTo(null))
                .isTrue();
        assertThat(aGroup(Visibility.PUBLIC, JoinPolicy.OPEN, 2).isOpenTo(null)).isTrue();
        assertThat(aGroup(Visibility.PRIVATE, JoinPolicy.OPEN, 2).isVisibleTo(null))
                .isTrue();
        assertThat(aGroup(Visibility.PRIVATE, JoinPolicy.OPEN, 2).isOpenTo(null))
                .isFalse();
        assertThat(aGroup(Visibility.HIDDEN, JoinPolicy.OPEN, 2).isVisibleTo(null))
                .isFalse();
        assertThat(aGroup(Visibility.HIDDEN, JoinPolicy.OPEN, 2).isOpenTo(null)).isFalse();
    }

    @Test
    void membersSeeEverything() {
        for (Visibility visibility : Visibility.values()) {
            Group group = aGroup(visibility, JoinPolicy.OPEN, 2);
            assertThat(group.isVisibleTo(Role.MEMBER)).isTrue();
            assertThat(group.isOpenTo(Role.MEMBER)).isTrue();
        }
    }

    @Test
    void whoMayInviteIsTheLeastRole() {
        assertThat(invites(WhoMayInvite.MEMBERS)).containsExactly(true, true, true, true);
        assertThat(invites(WhoMayInvite.MODERATORS)).containsExactly(false, true, true, true);
        assertThat(invites(WhoMayInvite.ADMINS)).containsExactly(false, false, true, true);
    }

    @Test
    void outsidersInviteNobody() {
        assertThat(aGroup(Visibility.PUBLIC, JoinPolicy.OPEN, 2).mayInvite(null))
                .isFalse();
    }

    private static boolean[] invites(WhoMayInvite whoMayInvite) {
        GroupSettings settings =
                new GroupSettings("Chess Club", "", Visibility.PUBLIC, JoinPolicy.OPEN, whoMayInvite, 2, Map.of());
        Group group = new Group(settings, "ann", NOW);
        Role[] roles = Role.values();
        boolean[] may = new boolean[roles.length];
        for (Role role : roles) {
            may[role.ordinal()] = group.mayInvite(role);
        }
        return may;
    }

    private static Group aGroup(Visibility visibility, JoinPolicy joinPolicy, int capacity) {
        return new Group(
                new GroupSettings("Chess Club", "", visibility, joinPolicy, WhoMayInvite.MEMBERS, capacity, Map.of()),
                "ann",
                NOW);
    }

    private static Member member(Group group, String userId, Role role) {
        return new Member(group, new Person(userId, userId, userId), role, "ann", NOW);
    }

    private static void assertRefused(Refusal refusal, ThrowingCallable attempt) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(attempt)
                .extracting(Refused::refusal)
                .isEqualTo(refusal);
    }
}
