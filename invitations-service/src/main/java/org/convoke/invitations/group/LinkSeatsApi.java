package org.convoke.invitations.group;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.quarkus.rest.client.reactive.jackson.ClientObjectMapper;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.convoke.events.JoinRequestSnapshot;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** The seat call with all its answers. */
@RegisterRestClient(configKey = "groups")
@OidcClientFilter
@Path("/internal/groups/{groupId}/members/{userId}")
interface LinkSeatsApi {

    @PUT
    Response seat(@RestPath UUID groupId, @RestPath String userId, Request request);

    /** What brings her in. */
    enum Via {
        INVITATION,
        LINK
    }

    record Request(UUID invitationId, String invitedBy, Instant deadline, Via via) {}

    record Filed(JoinRequestSnapshot joinRequest) {}

    /** What groups-service adds to its answers later does not concern us. */
    @ClientObjectMapper
    static ObjectMapper tolerant(ObjectMapper strict) {
        return strict.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }
}
