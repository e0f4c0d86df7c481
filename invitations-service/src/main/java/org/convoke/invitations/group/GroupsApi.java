package org.convoke.invitations.group;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.quarkus.rest.client.reactive.jackson.ClientObjectMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** What groups-service decides and tells for services only; the token is our own, not the caller's. */
@RegisterRestClient(configKey = "groups")
@OidcClientFilter
@Path("/internal/groups/{groupId}")
interface GroupsApi {

    @POST
    @Path("/invitation-check")
    InvitationCheck check(@RestPath UUID groupId, InvitationCheck.Question question);

    @PUT
    @Path("/members/{userId}")
    Member seat(@RestPath UUID groupId, @RestPath String userId, SeatRequest request);

    @GET
    @Path("/members/{userId}")
    Relation relation(@RestPath UUID groupId, @RestPath String userId);

    record SeatRequest(UUID invitationId, String invitedBy, Instant deadline) {}

    /** What groups-service adds to its answers later does not concern us. */
    @ClientObjectMapper
    static ObjectMapper tolerant(ObjectMapper strict) {
        return strict.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }
}
