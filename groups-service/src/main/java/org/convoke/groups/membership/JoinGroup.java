package org.convoke.groups.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.convoke.groups.Refusal;
import org.convoke.groups.Refused;
import org.convoke.groups.request.Admission;
import org.convoke.groups.request.Arrival;
import org.convoke.groups.request.Arrivals;
import org.convoke.groups.request.Entrance;
import org.convoke.groups.request.OpenRequests;
import org.convoke.groups.request.Seated;
import org.convoke.groups.request.Ticket;

/**
 * Somebody wants to be in a group: an open one, or one to which she is invited, she joins at once; where one has to ask,
 * that is what she does.
 */
@ApplicationScoped
public class JoinGroup {

    private final Arrivals arrivals;
    private final Admission admission;
    private final OpenRequests requests;

    public JoinGroup(Arrivals arrivals, Admission admission, OpenRequests requests) {
        this.arrivals = arrivals;
        this.admission = admission;
        this.requests = requests;
    }

    /** @throws Refused UNKNOWN_PERSON, NOT_FOUND, ARCHIVED, BANNED, INVITE_ONLY, GROUP_FULL or JOINED_QUOTA */
    @Transactional
    public Entrance join(UUID groupId, String userId) {
        Arrival arrival = arrivals.of(groupId, userId);
        if (arrival.member().isPresent()) {
            return new Seated(arrival.member().get(), false);
        }
        arrival.mustSeeTheGroup();
        admission.mustBeOpenTo(arrival);
        if (arrival.invitation().isPresent()) {
            return admission.admit(arrival, Ticket.invited(arrival.invitation().get()));
        }
        return switch (arrival.group().joinPolicy()) {
            case OPEN -> admission.admit(arrival, Ticket.ofHerOwn(userId));
            case REQUEST -> requests.file(arrival, null);
            case INVITE_ONLY -> throw new Refused(Refusal.INVITE_ONLY);
        };
    }
}
