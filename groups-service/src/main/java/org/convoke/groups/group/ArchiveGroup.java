package org.convoke.groups.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.convoke.groups.Refused;

/**
 * An owner closes a group to changes, or opens it again.
 *
 * <p>An archived group is still read as before, and left (an owner may name her successor on her way out); it is
 * unarchived or deleted. Settings, members, roles, mutes, bans, join requests and invitations stay as they are.
 */
@ApplicationScoped
public class ArchiveGroup {

    private final Actors actors;
    private final GroupLedger ledger;
    private final Clock clock;

    public ArchiveGroup(Actors actors, GroupLedger ledger, Clock clock) {
        this.actors = actors;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @throws Refused NOT_FOUND or FORBIDDEN */
    @Transactional
    public SeenGroup archive(UUID groupId, String userId) {
        Actor actor = actors.lock(groupId, userId, Role.OWNER);
        Group group = actor.group();
        group.archive(userId).ifPresent(event -> ledger.tell(group, event, clock.instant()));
        return new SeenGroup(group, actor.self().role());
    }

    /** @throws Refused NOT_FOUND or FORBIDDEN */
    @Transactional
    public SeenGroup unarchive(UUID groupId, String userId) {
        Actor actor = actors.lock(groupId, userId, Role.OWNER);
        Group group = actor.group();
        group.unarchive(userId).ifPresent(event -> ledger.tell(group, event, clock.instant()));
        return new SeenGroup(group, actor.self().role());
    }
}
