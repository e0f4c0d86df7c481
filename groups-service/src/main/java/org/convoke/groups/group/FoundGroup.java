package org.convoke.groups.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.convoke.groups.Refusal;
import org.convoke.groups.Refused;
import org.convoke.groups.person.People;
import org.convoke.groups.person.Person;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes a group with its founder as owner. */
@ApplicationScoped
public class FoundGroup {

    private final Groups groups;
    private final Members members;
    private final People people;
    private final GroupLedger ledger;
    private final Clock clock;

    /** How many groups one person may own; 0 is any number. */
    @ConfigProperty(name = "convoke.limits.groups-owned", defaultValue = "100")
    int mostOwned;

    public FoundGroup(Groups groups, Members members, People people, GroupLedger ledger, Clock clock) {
        this.groups = groups;
        this.members = members;
        this.people = people;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @throws Refused GROUP_QUOTA */
    @Transactional
    public SeenGroup found(String founder, GroupSettings settings) {
        Person owner = people.lock(founder);
        mustOwnLess(owner);
        Instant now = clock.instant();
        Group group = new Group(settings, founder, now);
        Member member = new Member(group, owner, Role.OWNER, null, now);
        groups.persist(group);
        members.persist(member);
        ledger.tellBegun(group, group.created(), member, now);
        return new SeenGroup(group, member.role());
    }

    private void mustOwnLess(Person owner) {
        if (mostOwned > 0 && members.owned(owner.id()) >= mostOwned) {
            throw new Refused(Refusal.GROUP_QUOTA);
        }
    }
}
