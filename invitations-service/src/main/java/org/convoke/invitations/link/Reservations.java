package org.convoke.invitations.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convoke.invitations.Refusal;
import org.convoke.invitations.Refused;
import org.convoke.invitations.group.Member;
import org.convoke.invitations.invitation.ClaimConfig;

/** The transactions of a redemption; between them groups-service is asked. Each locks the link before its uses. */
@ApplicationScoped
class Reservations {

    private final Links links;
    private final Redemptions redemptions;
    private final ClaimConfig times;

    Reservations(Links links, Redemptions redemptions, ClaimConfig times) {
        this.links = links;
        this.redemptions = redemptions;
        this.times = times;
    }

    /**
     * To be asked before groups-service is, so that who waits costs it nothing.
     *
     * @return how often she has got in by that link
     * @throws Refused ACCEPT_UNDER_WAY while she is being let in, or while all that is left may come back
     */
    @Transactional
    long whenQuiet(UUID linkId, String userId) {
        Optional<Redemption> open = redemptions.open(linkId, userId);
        if (open.map(Redemption::isClaimed).orElseGet(() -> isAllReserved(links.of(linkId)))) {
            throw new Refused(Refusal.ACCEPT_UNDER_WAY);
        }
        return redemptions.seatings(linkId, userId);
    }

    /**
     * @param seatings as {@link #whenQuiet} said; when there is one more she got in meanwhile
     * @throws Refused LINK_REVOKED, LINK_EXPIRED, LINK_EXHAUSTED, or ACCEPT_UNDER_WAY: look again
     */
    @Transactional
    Reserved reserve(UUID linkId, String userId, long seatings) {
        Link link = links.lock(linkId);
        Instant now = links.databaseTime();
        link.mustBeOpen(now);
        Optional<Redemption> open = redemptions.lockOpen(linkId, userId);
        if (redemptions.seatings(linkId, userId) != seatings) {
            throw new Refused(Refusal.ACCEPT_UNDER_WAY);
        }
        Redemption redemption = open.orElseGet(() -> use(link, userId, now));
        Reserved reserved = redemption.claim(link, now, times);
        redemptions.persist(redemption);
        return reserved;
    }

    private Redemption use(Link link, String userId, Instant now) {
        if (link.isUsedUp()) {
            throw new Refused(isAllReserved(link) ? Refusal.ACCEPT_UNDER_WAY : Refusal.LINK_EXHAUSTED);
        }
        link.use();
        return new Redemption(link, userId, now);
    }

    private boolean isAllReserved(Link link) {
        return link.isUsedUp() && redemptions.isAnyReserved(link.id());
    }

    /** Claims those whose owners were not heard of again. */
    @Transactional
    List<Reserved> takeOver() {
        Instant now = links.databaseTime();
        return redemptions.lockLapsed(now, times.margin(), times.recoveries()).stream()
                .map(redemption -> redemption.claim(links.of(redemption.linkId()), now, times))
                .toList();
    }

    /**
     * She has a seat. Who asked more than once is not told whether by this link; it is, when its creator brought her in.
     *
     * @throws Refused ACCEPT_UNDER_WAY when the claim is not ours any more: somebody else finds out
     */
    @Transactional
    void seated(Reserved reserved, Member member, boolean isNew) {
        boolean byLink =
                isNew || reserved.again() && reserved.seat().invitedBy().equals(member.invitedBy());
        end(reserved, byLink ? RedemptionStatus.SEATED : RedemptionStatus.RESERVED);
    }

    /** @throws Refused as {@link #seated} */
    @Transactional
    void requested(Reserved reserved) {
        end(reserved, RedemptionStatus.REQUESTED);
    }

    /** @throws Refused as {@link #seated} */
    @Transactional
    void refused(Reserved reserved) {
        end(reserved, RedemptionStatus.RESERVED);
    }

    /** What has led to nothing more than its reservation is given back. */
    private void end(Reserved reserved, RedemptionStatus outcome) {
        Link link = links.lock(reserved.linkId());
        Redemption redemption = redemptions.lock(reserved);
        if (redemption.end(reserved.claimId(), outcome) == RedemptionStatus.RESERVED) {
            redemptions.delete(redemption);
            link.giveBack();
        }
    }
}
