package org.convoke.groups.activity.api;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The gateway's door for live activity. The token is the caller's own: nothing is said that she could not say herself. */
@RegisterRestClient(configKey = "gateway")
@Path("/api/v1/live-activity")
interface GatewayApi {

    @POST
    Uni<Void> tell(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, Said said);

    record Said(UUID groupId, LiveActivity.Kind kind) {}
}
