package org.convoke.groups.ban;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.convoke.groups.Refusal;
import org.convoke.groups.Refused;
import org.convoke.groups.group.Actor;
import org.convoke.groups.group.Actors;
import org.convoke.groups.group.MemberId;
import org.convoke.groups.group.Role;
import org.convoke.groups.person.People;

/** A moderator keeps somebody out, member or not; banning her again changes the reason and the end. */
@ApplicationScoped
public class BanPerson {

    /** @param isNew false when a ban of hers stood already */
    public record Banned(Ban ban, boolean isNew) {}

    private final Actors actors;
    private final People people;
    private final Bans bans;
    private final Expulsion expulsion;
    private final Clock clock;

    public BanPerson(Actors actors, People people, Bans bans, Expulsion expulsion, Clock clock) {
        this.actors = actors;
        this.people = people;
        this.bans = bans;
        this.expulsion = expulsion;
        this.clock = clock;
    }

    /** @throws Refused NOT_FOUND, FORBIDDEN, ARCHIVED, UNKNOWN_PERSON or OUTRANKED */
    @Transactional
    public Banned ban(UUID groupId, String userId, String bannedId, Sentence sentence) {
        Actor actor = actors.lockForChange(groupId, userId, Role.MODERATOR);
        people.known(bannedId);
        if (bannedId.equals(userId)) {
            throw new Refused(Refusal.OUTRANKED);
        }
        Instant now = clock.instant();
        Optional<Ban> before = bans.findByIdOptional(new MemberId(groupId, bannedId));
        boolean stood = before.isPresent() && before.get().stands(now);
        if (stood && before.get().sentence().equals(sentence)) {
            return new Banned(before.get(), false);
        }
        Ban ban = before.orElseGet(() -> new Ban(actor.group(), bannedId));
        ban.pass(sentence, userId, now);
        bans.persist(ban);
        expulsion.carryOut(actor, ban);
        return new Banned(ban, !stood);
    }
}
