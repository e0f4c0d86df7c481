package org.convoke.groups.group;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.convoke.events.GroupEvent.MemberBanned;
import org.convoke.events.GroupEvent.MemberMuted;
import org.convoke.events.GroupEvent.MemberRemoved;
import org.convoke.events.GroupEvent.MemberRoleChanged;
import org.convoke.events.GroupEvent.MemberUnbanned;
import org.convoke.events.GroupEvent.OwnershipTransferred;
import org.convoke.groups.Refusal;
import org.convoke.groups.Refused;
import org.jspecify.annotations.Nullable;

/**
 * A member who acts on others in a group whose row is locked. Nobody acts on an equal or higher role, nor on herself; an
 * owner alone decides about herself.
 *
 * <p>Each verb takes the group's next number and returns the event of that number, or changes nothing.
 */
public record Actor(Group group, Member self) {

    public String id() {
        return self.userId();
    }

    /** @throws Refused FORBIDDEN */
    public void mustBeAtLeast(Role least) {
        if (!self.role().isAtLeast(least)) {
            throw new Refused(Refusal.FORBIDDEN);
        }
    }

    /** @throws Refused OUTRANKED */
    public void mustOutrank(Member other) {
        if (!self.role().outranks(other.role())) {
            throw new Refused(Refusal.OUTRANKED);
        }
    }

    /**
     * Empty for the role that she has already.
     *
     * @param otherOwners how many owners there are besides the member
     * @throws Refused OUTRANKED, FORBIDDEN for a role out of reach, or LAST_OWNER
     */
    public Optional<MemberRoleChanged> assign(Role role, Member member, long otherOwners) {
        if (member.role() == role && self.role().grants(role)) {
            return Optional.empty();
        }
        mustDecideAbout(member);
        if (!self.role().grants(role)) {
            throw new Refused(Refusal.FORBIDDEN);
        }
        if (member.role() == Role.OWNER && otherOwners == 0) {
            throw new Refused(Refusal.LAST_OWNER);
        }
        Role previous = member.role();
        member.become(role);
        group.count();
        return Optional.of(
                new MemberRoleChanged(group.id(), group.name(), id(), member.userId(), role.name(), previous.name()));
    }

    /**
     * Empty when nothing is different.
     *
     * @param until null to let her speak again
     * @throws Refused OUTRANKED
     */
    public Optional<MemberMuted> mute(Member member, @Nullable Instant until) {
        mustDecideAbout(member);
        if (Objects.equals(member.mutedUntil(), until)) {
            return Optional.empty();
        }
        member.mute(until);
        group.count();
        return Optional.of(new MemberMuted(group.id(), group.name(), id(), member.userId(), until));
    }

    /** @throws Refused OUTRANKED */
    public MemberRemoved remove(Member member) {
        mustOutrank(member);
        group.lose();
        return new MemberRemoved(group.id(), group.name(), id(), member.userId(), group.memberCount());
    }

    /** She herself is an admin from here on. */
    public OwnershipTransferred transferTo(Member successor) {
        successor.become(Role.OWNER);
        self.become(Role.ADMIN);
        group.count();
        return new OwnershipTransferred(group.id(), group.name(), id(), successor.userId(), id());
    }

    public MemberBanned ban(String userId, @Nullable Instant until) {
        group.count();
        return new MemberBanned(group.id(), group.name(), id(), userId, until);
    }

    public MemberUnbanned unban(String userId) {
        group.count();
        return new MemberUnbanned(group.id(), group.name(), id(), userId);
    }

    private void mustDecideAbout(Member member) {
        if (self.role() != Role.OWNER || !member.userId().equals(id())) {
            mustOutrank(member);
        }
    }
}
