package org.convoke.groups.request;

import jakarta.enterprise.context.ApplicationScoped;
import org.convoke.groups.Refusal;
import org.convoke.groups.Refused;
import org.convoke.groups.ban.Bans;
import org.convoke.groups.group.Group;
import org.convoke.groups.group.GroupLedger;
import org.convoke.groups.group.Member;
import org.convoke.groups.group.Members;
import org.convoke.groups.group.Role;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one way into a group: no ban, no quota and no full house is got round, and an open request ends with it. */
@ApplicationScoped
public class Admission {

    private final Members members;
    private final Seats seats;
    private final Bans bans;
    private final OpenRequests requests;
    private final GroupLedger ledger;

    /** How many groups one person may be in; 0 is any number. */
    @ConfigProperty(name = "convoke.limits.groups-joined", defaultValue = "1000")
    int mostJoined;

    public Admission(Members members, Seats seats, Bans bans, OpenRequests requests, GroupLedger ledger) {
        this.members = members;
        this.seats = seats;
        this.bans = bans;
        this.requests = requests;
        this.ledger = ledger;
    }

    /**
     * @param arrival of somebody who is no member
     * @throws Refused ARCHIVED, BANNED, GROUP_FULL or JOINED_QUOTA
     */
    public Seated admit(Arrival arrival, Ticket ticket) {
        Group group = arrival.group();
        mustBeOpenTo(arrival);
        Member member = new Member(group, arrival.person(), Role.MEMBER, ticket.invitedBy(), arrival.now());
        mustBeInFewer(member.userId());
        ledger.tellBegun(group, group.admit(member, ticket.invitationId()), member, arrival.now());
        members.persist(member);
        if (ticket.invitationId() != null) {
            seats.persist(new Seat(ticket.invitationId(), member));
        }
        requests.close(group, member.userId(), RequestStatus.APPROVED, ticket.admittedBy(), arrival.now());
        return new Seated(member, true);
    }

    /** Whether {@link #admit} would let her in. */
    boolean wouldAdmit(Arrival arrival) {
        String userId = arrival.person().id();
        return arrival.member().isEmpty()
                && arrival.group().hasASeat()
                && !bans.stands(arrival.group().id(), userId, arrival.now())
                && hasRoomFor(userId);
    }

    /** @throws Refused ARCHIVED or BANNED */
    public void mustBeOpenTo(Arrival arrival) {
        arrival.group().mustNotBeArchived();
        if (bans.stands(arrival.group().id(), arrival.person().id(), arrival.now())) {
            throw new Refused(Refusal.BANNED);
        }
    }

    private void mustBeInFewer(String userId) {
        if (!hasRoomFor(userId)) {
            throw new Refused(Refusal.JOINED_QUOTA);
        }
    }

    /** Certain because her row is locked: nobody else lets her in anywhere meanwhile. */
    private boolean hasRoomFor(String userId) {
        return mostJoined == 0 || members.joined(userId) < mostJoined;
    }
}
