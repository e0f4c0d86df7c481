package org.convoke.groups.ban;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.convoke.groups.Refused;
import org.convoke.groups.group.Actor;
import org.convoke.groups.group.Group;
import org.convoke.groups.group.GroupLedger;
import org.convoke.groups.group.Member;
import org.convoke.groups.group.Members;
import org.convoke.groups.group.WhenBanned;

/** What a ban does: she is a member no more, it is told, and whatever else she had in the group ends. */
@ApplicationScoped
class Expulsion {

    private final Members members;
    private final GroupLedger ledger;
    private final Instance<WhenBanned> listeners;

    Expulsion(Members members, GroupLedger ledger, Instance<WhenBanned> listeners) {
        this.members = members;
        this.ledger = ledger;
        this.listeners = listeners;
    }

    /** @throws Refused OUTRANKED */
    void carryOut(Actor actor, Ban ban) {
        Group group = actor.group();
        Instant now = ban.bannedAt();
        members.of(group.id(), ban.userId()).ifPresent(member -> remove(actor, member, now));
        ledger.tell(group, actor.ban(ban.userId(), ban.sentence().until()), details(ban.sentence()), now);
        listeners.forEach(listener -> listener.banned(group, ban.userId(), actor.id(), now));
    }

    private void remove(Actor actor, Member member, Instant now) {
        ledger.tellEnded(actor.group(), actor.remove(member), member.userId(), now);
        members.delete(member);
    }

    private static Map<String, Object> details(Sentence sentence) {
        Map<String, Object> details = new LinkedHashMap<>();
        if (sentence.reason() != null) {
            details.put("reason", sentence.reason());
        }
        return details;
    }
}
