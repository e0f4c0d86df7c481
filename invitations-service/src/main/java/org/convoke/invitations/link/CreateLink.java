package org.convoke.invitations.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.convoke.invitations.Refusal;
import org.convoke.invitations.Refused;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Makes links, as long as their group has few enough that still admit somebody. */
@ApplicationScoped
public class CreateLink {

    private final LinkAdmins admins;
    private final Links links;
    private final int mostLive;

    /** @param mostLive 0 is no limit */
    CreateLink(
            LinkAdmins admins,
            Links links,
            @ConfigProperty(name = "convoke.limits.live-links", defaultValue = "10") int mostLive) {
        this.admins = admins;
        this.links = links;
        this.mostLive = mostLive;
    }

    /** What is asked for. */
    public record Wanted(
            UUID groupId,
            String creatorId,
            String creatorName,
            @Nullable Integer maxUses,
            Duration life) {}

    /**
     * To be asked before {@link #create}, outside of its transaction: groups-service answers when it can.
     *
     * @throws Refused NOT_FOUND, NOT_AN_ADMIN or ARCHIVED
     */
    public void mustBeAllowed(UUID groupId, String actorId) {
        if (admins.require(groupId, actorId).archived()) {
            throw new Refused(Refusal.ARCHIVED);
        }
    }

    /**
     * @return the only snapshot that shows the code
     * @throws Refused TOO_MANY_LINKS
     */
    @Transactional
    public LinkSnapshot create(Wanted wanted) {
        links.lockGroup(wanted.groupId());
        Instant now = links.databaseTime();
        if (mostLive > 0 && links.live(wanted.groupId(), now) >= mostLive) {
            throw new Refused(Refusal.TOO_MANY_LINKS);
        }
        LinkCode code = LinkCode.random();
        Link link = new Link(wanted, code, now);
        links.persist(link);
        return link.seen().showing(code);
    }
}
