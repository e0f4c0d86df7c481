package org.convoke.groups.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.convoke.groups.Refusal;
import org.convoke.groups.Refused;
import org.convoke.groups.group.JoinPolicy;
import org.convoke.groups.group.Member;
import org.convoke.groups.request.Admission;
import org.convoke.groups.request.Arrival;
import org.convoke.groups.request.Arrivals;
import org.convoke.groups.request.Entrance;
import org.convoke.groups.request.OpenRequests;
import org.convoke.groups.request.Seated;
import org.convoke.groups.request.Seats;
import org.convoke.groups.request.Ticket;

/** Gives the seat that an accepted invitation or a redeemed link asks for, once for each. */
@ApplicationScoped
public class SeatInvitee {

    /** By what she comes; a link does not let her in where one has to ask, it lets her ask. */
    public enum Via {
        INVITATION,
        LINK
    }

    /**
     * Who is to be seated.
     *
     * @param invitationId of the invitation, or of this person's use of the link
     * @param deadline when whoever asks will have given up: from then on the answer is no, so that a request which
     *     was stuck on its way does not make somebody a member whose invitation has ended otherwise meanwhile
     */
    public record Invitee(UUID invitationId, String userId, String invitedBy, Instant deadline, Via via) {}

    private final Arrivals arrivals;
    private final Admission admission;
    private final Seats seats;
    private final OpenRequests requests;

    public SeatInvitee(Arrivals arrivals, Admission admission, Seats seats, OpenRequests requests) {
        this.arrivals = arrivals;
        this.admission = admission;
        this.seats = seats;
        this.requests = requests;
    }

    /**
     * @return a request where somebody with a link has to ask
     * @throws Refused NOT_FOUND, UNKNOWN_PERSON, LATE, ARCHIVED, BANNED, GROUP_FULL or JOINED_QUOTA
     */
    @Transactional
    public Entrance seat(UUID groupId, Invitee invitee) {
        Arrival arrival = arrivals.of(groupId, invitee.userId());
        Optional<Member> present = arrival.member().or(() -> before(arrival, invitee));
        if (present.isPresent()) {
            return new Seated(present.get(), false);
        }
        if (!arrival.now().isBefore(invitee.deadline())) {
            throw new Refused(Refusal.LATE);
        }
        Ticket ticket = Ticket.invited(invitee.invitationId(), invitee.invitedBy());
        return switch (invitee.via()) {
            case INVITATION -> admission.admit(arrival, ticket);
            case LINK -> byLink(arrival, ticket);
        };
    }

    private Entrance byLink(Arrival arrival, Ticket link) {
        if (arrival.group().joinPolicy() != JoinPolicy.REQUEST) {
            return admission.admit(arrival, link);
        }
        if (arrival.invitation().isPresent()) {
            return admission.admit(arrival, Ticket.invited(arrival.invitation().get()));
        }
        admission.mustBeOpenTo(arrival);
        return requests.file(arrival, null);
    }

    private Optional<Member> before(Arrival arrival, Invitee invitee) {
        return seats.of(invitee.invitationId(), invitee.userId())
                .map(seat -> seat.asTaken(arrival.group(), arrival.person()));
    }
}
