package org.convoke.invitations.group;

import io.quarkus.oidc.client.OidcClientException;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.convoke.doors.Problem;
import org.convoke.invitations.Refusal;
import org.convoke.invitations.Refused;
import org.convoke.invitations.group.GroupsApi.SeatRequest;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Asks groups-service. Only an answer of its own counts as one: all else leaves the question open. It is there from the
 * start, so that the first question finds a token.
 */
@Startup
@ApplicationScoped
public class Groups {

    private static final Logger LOG = Logger.getLogger(Groups.class);
    private static final MediaType PROBLEM = MediaType.valueOf(Problem.MEDIA_TYPE);

    private final GroupsApi api;

    Groups(@RestClient GroupsApi api) {
        this.api = api;
    }

    /** @throws Refused NOT_FOUND (for this inviter), ARCHIVED or GROUPS_UNREACHABLE */
    public InvitationCheck check(UUID groupId, String inviterId, List<String> inviteeIds) {
        return ask(() -> api.check(groupId, new InvitationCheck.Question(inviterId, inviteeIds)));
    }

    /** @throws Refused NOT_FOUND when there is no such group, or GROUPS_UNREACHABLE */
    public Relation relation(UUID groupId, String userId) {
        return ask(() -> api.relation(groupId, userId));
    }

    private static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (WebApplicationException e) {
            throw new Refused(refusal(e).orElse(Refusal.GROUPS_UNREACHABLE));
        } catch (ProcessingException | OidcClientException e) {
            LOG.warnf("groups-service did not answer: %s", e);
            throw new Refused(Refusal.GROUPS_UNREACHABLE);
        }
    }

    /** Asks for the seat; asking again for the same one is safe. */
    public SeatAnswer seat(Seat seat) {
        var request = new SeatRequest(seat.invitationId(), seat.invitedBy(), seat.deadline());
        try {
            return new SeatAnswer.Seated(api.seat(seat.groupId(), seat.userId(), request));
        } catch (WebApplicationException e) {
            return refusal(e).<SeatAnswer>map(SeatAnswer.Denied::new).orElseGet(SeatAnswer.Unknown::new);
        } catch (ProcessingException | OidcClientException e) {
            LOG.warnf("groups-service did not answer: %s", e);
            return new SeatAnswer.Unknown();
        }
    }

    /** By the problem's code, so that a 404 or 403 of something in between is not taken for its answer. */
    private static Optional<Refusal> refusal(WebApplicationException answered) {
        Response response = answered.getResponse();
        Optional<Refusal> refusal = PROBLEM.isCompatible(response.getMediaType())
                ? refusal(response.readEntity(Problem.class).code())
                : Optional.empty();
        if (refusal.isEmpty()) {
            LOG.warnf("groups-service has no answer: %s", answered.getMessage());
        }
        return refusal;
    }

    private static Optional<Refusal> refusal(String code) {
        return switch (code) {
            case "not-found" -> Optional.of(Refusal.NOT_FOUND);
            case "unknown-person" -> Optional.of(Refusal.UNKNOWN_PERSON);
            case "archived" -> Optional.of(Refusal.ARCHIVED);
            case "group-full" -> Optional.of(Refusal.GROUP_FULL);
            case "banned" -> Optional.of(Refusal.BANNED);
            case "group-quota" -> Optional.of(Refusal.GROUP_QUOTA);
            default -> Optional.empty();
        };
    }
}
