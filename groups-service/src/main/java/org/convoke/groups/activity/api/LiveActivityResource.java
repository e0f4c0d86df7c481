package org.convoke.groups.activity.api;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.convoke.groups.activity.TellLive;
import org.convoke.ledger.Idempotent;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

/** What somebody is doing in a group right now: handed to the gateway, and kept nowhere. */
@Path("/api/v1/groups/{g}/live-activity")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class LiveActivityResource {

    private static final Logger LOG = Logger.getLogger(LiveActivityResource.class);

    private final TellLive tellLive;
    private final GatewayApi gateway;
    private final JsonWebToken token;

    LiveActivityResource(TellLive tellLive, @RestClient GatewayApi gateway, JsonWebToken token) {
        this.tellLive = tellLive;
        this.gateway = gateway;
        this.token = token;
    }

    @POST
    @Authenticated
    @Idempotent
    @Operation(
            operationId = "tellLiveActivity",
            summary = "Tell the connected members of a group that one looks at it, types in it or has stopped",
            description = "At most once in two seconds; more often it is dropped. Nobody is told later.")
    @APIResponse(responseCode = "202", description = "Handed on")
    @APIResponse(responseCode = "400", description = "`invalid`, `unknown-field`, `malformed-json`")
    @APIResponse(responseCode = "403", description = "`forbidden`: for members")
    @APIResponse(responseCode = "404", description = "`not-found`")
    public RestResponse<Void> tell(@PathParam("g") UUID group, @NotNull @Valid LiveActivity activity) {
        tellLive.mayTell(token.getSubject(), group);
        gateway.tell("Bearer " + token.getRawToken(), new GatewayApi.Said(group, activity.kind()))
                .subscribe()
                .with(told -> {}, failure -> LOG.debugf("Nobody hears of live activity: %s", failure));
        return RestResponse.accepted();
    }
}
