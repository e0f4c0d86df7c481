package org.convoke.invitations.link;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.convoke.invitations.Refusal;
import org.convoke.invitations.Refused;
import org.convoke.invitations.invitation.Patience;

/**
 * Lets somebody in by a link: reserve a use, have groups-service give the seat, keep the use or give it back. Who is in
 * already reserves nothing; however often somebody redeems at once, one asks and the others wait.
 */
@ApplicationScoped
public class RedeemLink {

    private final Patience patience;
    private final Links links;
    private final LinkedGroups groups;
    private final Reservations reservations;
    private final TakeLinkSeat takeLinkSeat;

    RedeemLink(
            Patience patience, Links links, LinkedGroups groups, Reservations reservations, TakeLinkSeat takeLinkSeat) {
        this.patience = patience;
        this.links = links;
        this.groups = groups;
        this.reservations = reservations;
        this.takeLinkSeat = takeLinkSeat;
    }

    /**
     * @throws Refused NOT_FOUND for an unknown code; LINK_REVOKED, LINK_EXPIRED, LINK_EXHAUSTED, BANNED, GROUP_FULL,
     *     GROUP_QUOTA; GROUPS_UNREACHABLE when nobody knows yet whether she is in: {@link RecoverRedemptions} will
     */
    public Redeemed redeem(LinkCode code, String userId) {
        Link link = QuarkusTransaction.requiringNew().call(() -> links.by(code));
        return patience.await(() -> attempt(link.id(), link.groupId(), userId));
    }

    private Redeemed attempt(UUID linkId, UUID groupId, String userId) {
        long seatings = reservations.whenQuiet(linkId, userId);
        return switch (groups.relation(groupId, userId).standing()) {
            case MEMBER -> new Redeemed.In(groups.member(groupId, userId), false);
            case OK, REQUESTED -> takeLinkSeat.take(reservations.reserve(linkId, userId, seatings));
            case BANNED -> throw new Refused(Refusal.BANNED);
            case UNKNOWN -> throw new Refused(Refusal.NOT_KNOWN_YET);
        };
    }
}
