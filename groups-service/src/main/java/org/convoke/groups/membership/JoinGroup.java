package org.convoke.groups.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.convoke.groups.Refusal;
import org.convoke.groups.Refused;
import org.convoke.groups.group.Group;
import org.convoke.groups.group.GroupLedger;
import org.convoke.groups.group.Groups;
import org.convoke.groups.group.Member;
import org.convoke.groups.group.Members;
import org.convoke.groups.group.Role;
import org.convoke.groups.person.People;
import org.convoke.groups.person.Person;

/** Somebody becomes a member of an open group of her own will. */
@ApplicationScoped
public class JoinGroup {

    private final Groups groups;
    private final Members members;
    private final People people;
    private final GroupLedger ledger;
    private final Clock clock;

    public JoinGroup(Groups groups, Members members, People people, GroupLedger ledger, Clock clock) {
        this.groups = groups;
        this.members = members;
        this.people = people;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @throws Refused UNKNOWN_PERSON, NOT_FOUND, ARCHIVED, INVITE_ONLY or GROUP_FULL */
    @Transactional
    public Seated join(UUID groupId, String userId) {
        Person person = people.known(userId);
        Group group = groups.lock(groupId);
        Optional<Member> already = members.of(groupId, userId);
        if (already.isPresent()) {
            return new Seated(already.get(), false);
        }
        if (!group.isVisibleTo(null)) {
            throw new Refused(Refusal.NOT_FOUND);
        }
        group.mustNotBeArchived();
        group.mustBeOpen();
        Instant now = clock.instant();
        Member member = new Member(group, person, Role.MEMBER, null, now);
        ledger.tellBegun(group, group.admit(member, null), member, now);
        members.persist(member);
        return new Seated(member, true);
    }
}
