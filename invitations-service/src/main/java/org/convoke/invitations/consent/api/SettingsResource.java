package org.convoke.invitations.consent.api;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.convoke.doors.Caller;
import org.convoke.invitations.consent.Settings;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Whose invitations the caller wants to see; inviters are not told. */
@Path("/api/v1/invitation-settings")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SettingsResource {

    private final Settings settings;
    private final Caller caller;

    public SettingsResource(Settings settings, Caller caller) {
        this.settings = settings;
        this.caller = caller;
    }

    @GET
    @Authenticated
    @Operation(operationId = "getInvitationSettings", summary = "Whose invitations the caller sees")
    @APIResponse(responseCode = "200", description = "The settings; ANYONE unless said otherwise")
    public SettingsView get() {
        return new SettingsView(settings.of(caller.id()));
    }

    @PUT
    @Authenticated
    @Operation(operationId = "putInvitationSettings", summary = "Say whose invitations to see from now on")
    @APIResponse(responseCode = "200", description = "The settings as they are now")
    @APIResponse(responseCode = "400", description = "`invalid`")
    public SettingsView put(@NotNull @Valid SettingsView body) {
        settings.set(caller.id(), body.from());
        return body;
    }
}
