package org.convoke.groups.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.convoke.groups.Refused;

/** An owner deletes a group: it is gone for everyone at once; {@link PurgeGroups} takes its rows away. */
@ApplicationScoped
public class DeleteGroup {

    private final Actors actors;
    private final GroupLedger ledger;
    private final Clock clock;

    public DeleteGroup(Actors actors, GroupLedger ledger, Clock clock) {
        this.actors = actors;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @throws Refused NOT_FOUND or FORBIDDEN */
    @Transactional
    public void delete(UUID groupId, String userId) {
        Group group = actors.lock(groupId, userId, Role.OWNER).group();
        Instant now = clock.instant();
        ledger.tell(group, group.delete(userId, now), now);
    }
}
