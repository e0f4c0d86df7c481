package org.convoke.groups.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.convoke.events.GroupEvent.MemberMuted;
import org.convoke.events.GroupEvent.MemberRoleChanged;
import org.convoke.events.GroupEvent.OwnershipTransferred;
import org.convoke.groups.Refusal;
import org.convoke.groups.Refused;
import org.convoke.groups.person.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may do what to whom. */
class ActorTest {

    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");

    private final Group group = new Group(
            new GroupSettings("Chess Club", "", Visibility.PUBLIC, JoinPolicy.OPEN, WhoMayInvite.MEMBERS, 10, Map.of()),
            "ann",
            NOW);

    @ParameterizedTest
    @EnumSource
    void nobodyActsOnAnEqualOrHigherRole(Role own) {
        for (Role other : Role.values()) {
            Actor actor = actor(own);
            if (other.compareTo(own) < 0) {
                actor.remove(member("ben", other));
                actor.mute(member("ben", other), NOW);
            } else {
                assertRefused(Refusal.OUTRANKED, () -> actor.remove(member("ben", other)));
                assertRefused(Refusal.OUTRANKED, () -> actor.mute(member("ben", other), NOW));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAdminMakesModeratorsAndAnOwnerAnything(Role own) {
        Set<Role> grants = Set.of(Role.values());
        if (own != Role.OWNER) {
            grants = own == Role.ADMIN ? Set.of(Role.MEMBER, Role.MODERATOR) : Set.of();
        }
        for (Role from : new Role[] {Role.MEMBER, Role.MODERATOR, Role.ADMIN}) {
            for (Role to : Role.values()) {
                Actor actor = actor(own);
                Member ben = member("ben", from);
                if (from == to && grants.contains(to)) {
                    assertThat(actor.assign(to, ben, 1)).isEmpty();
                } else if (from.compareTo(own) >= 0) {
                    assertRefused(Refusal.OUTRANKED, () -> actor.assign(to, ben, 1));
                } else if (grants.contains(to)) {
                    assertThat(actor.assign(to, ben, 1))
                            .hasValue(new MemberRoleChanged(
                                    group.id(), "Chess Club", "actor", "ben", to.name(), from.name()));
                    assertThat(ben.role()).isEqualTo(to);
                } else {
                    assertRefused(Refusal.FORBIDDEN, () -> actor.assign(to, ben, 1));
                }
            }
        }
    }

    @Test
    void anOwnerGivesHerOwnRoleAwayWhileThereIsAnother() {
        Actor owner = actor(Role.OWNER);
        assertRefused(Refusal.LAST_OWNER, () -> owner.assign(Role.ADMIN, owner.self(), 0));
        assertThat(owner.assign(Role.OWNER, owner.self(), 0)).isEmpty();
        assertThat(owner.assign(Role.ADMIN, owner.self(), 1)).isPresent();
        assertRefused(Refusal.OUTRANKED, () -> actor(Role.OWNER).assign(Role.MEMBER, member("ben", Role.OWNER), 1));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OWNER")
    void nobodyElseDecidesAboutHerself(Role own) {
        Actor actor = actor(own);
        assertRefused(Refusal.OUTRANKED, () -> actor.assign(Role.OWNER, actor.self(), 1));
        assertRefused(Refusal.OUTRANKED, () -> actor.mute(actor.self(), null));
        assertRefused(Refusal.OUTRANKED, () -> actor.remove(actor.self()));
    }

    @Test
    void whatChangesNothingTakesNoNumber() {
        Actor moderator = actor(Role.MODERATOR);
        Member ben = member("ben", Role.MEMBER);
        assertThat(moderator.mute(ben, null)).isEmpty();
        assertThat(moderator.mute(ben, NOW)).hasValue(new MemberMuted(group.id(), "Chess Club", "actor", "ben", NOW));
        assertThat(moderator.mute(ben, NOW)).isEmpty();
        assertThat(group.seq()).isEqualTo(2);
        assertThat(ben.revision()).isEqualTo(2);
    }

    @Test
    void whoHandsTheGroupOverIsAnAdmin() {
        Actor owner = actor(Role.OWNER);
        Member ben = member("ben", Role.MEMBER);
        assertThat(owner.transferTo(ben))
                .isEqualTo(new OwnershipTransferred(group.id(), "Chess Club", "actor", "ben", "actor"));
        assertThat(ben.role()).isEqualTo(Role.OWNER);
        assertThat(owner.self().role()).isEqualTo(Role.ADMIN);
    }

    private Actor actor(Role role) {
        return new Actor(group, member("actor", role));
    }

    private Member member(String userId, Role role) {
        return new Member(group, new Person(userId, userId, userId), role, null, NOW);
    }

    private static void assertRefused(Refusal refusal, ThrowingCallable attempt) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(attempt)
                .extracting(Refused::refusal)
                .isEqualTo(refusal);
    }
}
