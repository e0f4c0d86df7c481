package org.convoke.groups.ban;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.convoke.groups.Refused;
import org.convoke.groups.group.Actor;
import org.convoke.groups.group.Actors;
import org.convoke.groups.group.GroupLedger;
import org.convoke.groups.group.MemberId;
import org.convoke.groups.group.Role;

/** A moderator lets somebody come back; nothing happens where no ban stands. */
@ApplicationScoped
public class LiftBan {

    private final Actors actors;
    private final Bans bans;
    private final GroupLedger ledger;
    private final Clock clock;

    public LiftBan(Actors actors, Bans bans, GroupLedger ledger, Clock clock) {
        this.actors = actors;
        this.bans = bans;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @throws Refused NOT_FOUND, FORBIDDEN or ARCHIVED */
    @Transactional
    public void lift(UUID groupId, String userId, String bannedId) {
        Actor actor = actors.lockForChange(groupId, userId, Role.MODERATOR);
        Instant now = clock.instant();
        bans.findByIdOptional(new MemberId(groupId, bannedId)).ifPresent(ban -> {
            if (ban.stands(now)) {
                ledger.tell(actor.group(), actor.unban(bannedId), now);
            }
            bans.delete(ban);
        });
    }
}
