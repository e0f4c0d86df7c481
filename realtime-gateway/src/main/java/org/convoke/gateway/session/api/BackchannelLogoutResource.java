package org.convoke.gateway.session.api;

import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.convoke.doors.Problem;
import org.convoke.gateway.session.EndSessions;
import org.convoke.gateway.session.Logout;
import org.convoke.gateway.session.LogoutTokens;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;

/** OpenID Connect Back-Channel Logout 1.0: the provider tells that somebody has signed out, and her sockets end. */
@Path("/api/v1/backchannel-logout")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Tag(name = "Sessions")
public class BackchannelLogoutResource {

    private final LogoutTokens tokens;
    private final EndSessions endSessions;

    BackchannelLogoutResource(LogoutTokens tokens, EndSessions endSessions) {
        this.tokens = tokens;
        this.endSessions = endSessions;
    }

    @POST
    @Operation(
            operationId = "endSessions",
            summary = "Ends the sockets of a login, or of all logins of a person",
            description = "For the provider of identities; the signed `logout_token` is the only credential.")
    @APIResponse(responseCode = "200", description = "They are told with close code 4004")
    @APIResponse(responseCode = "400", description = "`invalid`: no logout token of our provider")
    public Uni<RestResponse<Void>> logout(@RestForm("logout_token") @NotNull String token) {
        return tokens.read(token)
                .onFailure(BackchannelLogoutResource::isRefusal)
                .transform(BackchannelLogoutResource::refused)
                .flatMap(this::end)
                .map(done -> RestResponse.ResponseBuilder.<Void>ok()
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    private Uni<Void> end(Logout logout) {
        return Uni.createFrom().completionStage(() -> endSessions.of(logout).toCompletionStage());
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof AuthenticationFailedException || failure instanceof SecurityException;
    }

    private static WebApplicationException refused(Throwable failure) {
        return new WebApplicationException(Problem.of(400, "invalid", "This is no logout token of our provider.")
                .response());
    }
}
