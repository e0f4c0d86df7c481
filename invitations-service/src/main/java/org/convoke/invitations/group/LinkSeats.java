package org.convoke.invitations.group;

import io.quarkus.oidc.client.OidcClientException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.convoke.doors.Problem;
import org.convoke.events.Uuids;
import org.convoke.invitations.Refusal;
import org.convoke.invitations.Refused;
import org.convoke.invitations.group.LinkSeatsApi.Filed;
import org.convoke.invitations.group.LinkSeatsApi.Request;
import org.convoke.invitations.group.LinkSeatsApi.Via;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Asks groups-service for seats by links. As with {@link Groups}, only an answer of its own counts as one. */
@ApplicationScoped
public class LinkSeats {

    private static final Logger LOG = Logger.getLogger(LinkSeats.class);
    private static final MediaType PROBLEM = MediaType.valueOf(Problem.MEDIA_TYPE);

    private final LinkSeatsApi api;

    LinkSeats(@RestClient LinkSeatsApi api) {
        this.api = api;
    }

    /** Asking again for the same one is safe. */
    public LinkSeatAnswer seat(Seat seat) {
        return ask(seat, Via.LINK);
    }

    /**
     * The seat she has by now; none is given to her.
     *
     * @throws Refused GROUPS_UNREACHABLE
     */
    public Optional<Member> present(UUID groupId, String userId) {
        Seat none = new Seat(groupId, userId, Uuids.next(), userId, Seat.NO_MORE);
        return switch (ask(none, Via.INVITATION)) {
            case LinkSeatAnswer.Seated seated -> Optional.of(seated.membership());
            case LinkSeatAnswer.Requested requested -> Optional.empty();
            case LinkSeatAnswer.Denied denied -> Optional.empty();
            case LinkSeatAnswer.Unknown unknown -> throw new Refused(Refusal.GROUPS_UNREACHABLE);
        };
    }

    private LinkSeatAnswer ask(Seat seat, Via via) {
        try {
            return read(call(seat, via));
        } catch (ProcessingException | OidcClientException e) {
            LOG.warnf("groups-service did not answer: %s", e);
            return new LinkSeatAnswer.Unknown();
        }
    }

    private Response call(Seat seat, Via via) {
        var request = new Request(seat.invitationId(), seat.invitedBy(), seat.deadline(), via);
        try {
            return api.seat(seat.groupId(), seat.userId(), request);
        } catch (WebApplicationException e) {
            return e.getResponse();
        }
    }

    private static LinkSeatAnswer read(Response response) {
        return switch (response.getStatus()) {
            case 201 -> new LinkSeatAnswer.Seated(response.readEntity(Member.class), true);
            case 200 -> new LinkSeatAnswer.Seated(response.readEntity(Member.class), false);
            case 202 ->
                new LinkSeatAnswer.Requested(response.readEntity(Filed.class).joinRequest());
            default ->
                refusal(response)
                        .<LinkSeatAnswer>map(LinkSeatAnswer.Denied::new)
                        .orElseGet(() -> {
                            LOG.warnf("groups-service has no answer: %s", response.getStatus());
                            return new LinkSeatAnswer.Unknown();
                        });
        };
    }

    private static Optional<Refusal> refusal(Response response) {
        if (!PROBLEM.isCompatible(response.getMediaType())) {
            return Optional.empty();
        }
        return switch (response.readEntity(Problem.class).code()) {
            case "not-found", "archived" -> Optional.of(Refusal.LINK_REVOKED);
            case "unknown-person" -> Optional.of(Refusal.NOT_KNOWN_YET);
            case "group-full" -> Optional.of(Refusal.GROUP_FULL);
            case "banned" -> Optional.of(Refusal.BANNED);
            case "group-quota" -> Optional.of(Refusal.GROUP_QUOTA);
            case "late" -> Optional.of(Refusal.LATE);
            default -> Optional.empty();
        };
    }
}
