package org.convoke.invitations.invitation.api;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.convoke.doors.Caller;
import org.convoke.events.InvitationSnapshot;
import org.convoke.invitations.invitation.AcceptInvitation;
import org.convoke.invitations.invitation.EndInvitation;
import org.convoke.invitations.invitation.SendInvitation;
import org.convoke.invitations.invitation.SendInvitation.Sent;
import org.convoke.invitations.invitation.Turn;
import org.convoke.ledger.Idempotent;
import org.convoke.ledger.Idempotent.Effect;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** Inviting somebody, and what the two may do about it. */
@Path(InvitationResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class InvitationResource {

    static final String PATH = "/api/v1/invitations";

    private final SendInvitation sendInvitation;
    private final AcceptInvitation acceptInvitation;
    private final EndInvitation endInvitation;
    private final Caller caller;

    public InvitationResource(
            SendInvitation sendInvitation,
            AcceptInvitation acceptInvitation,
            EndInvitation endInvitation,
            Caller caller) {
        this.sendInvitation = sendInvitation;
        this.acceptInvitation = acceptInvitation;
        this.endInvitation = endInvitation;
        this.caller = caller;
    }

    /** With a key groups-service is asked within the transaction: its answer comes before anything is locked, and soon. */
    @POST
    @Authenticated
    @Idempotent
    @Operation(summary = "Invite somebody to a group")
    @APIResponse(responseCode = "201", description = "The new invitation; Location is its")
    @APIResponse(responseCode = "200", description = "The one that is pending already")
    public RestResponse<InvitationSnapshot> send(@NotNull @Valid NewInvitation body) {
        Sent sent = sendInvitation.send(caller.id(), body.wanted());
        if (!sent.isNew()) {
            return RestResponse.ok(sent.invitation());
        }
        return ResponseBuilder.create(Status.CREATED, sent.invitation())
                .header(HttpHeaders.LOCATION, PATH + "/" + sent.invitation().id())
                .build();
    }

    @POST
    @Path("/{id}/accept")
    @Authenticated
    @Idempotent(Effect.REPEATABLE)
    @Operation(summary = "Accept: the invitee is a member; accepting again answers the same")
    public Turn.Accepted accept(@PathParam("id") UUID id, @Nullable Nothing body) {
        return acceptInvitation.accept(id, caller.id());
    }

    @POST
    @Path("/{id}/decline")
    @Authenticated
    @Idempotent(Effect.REPEATABLE)
    @Operation(summary = "Decline this invitation, or any to this group or from this inviter")
    public InvitationSnapshot decline(@PathParam("id") UUID id, @Nullable DeclineRequest body) {
        return endInvitation.decline(id, caller.id(), DeclineRequest.scope(body));
    }

    @POST
    @Path("/{id}/cancel")
    @Authenticated
    @Idempotent(Effect.REPEATABLE)
    @Operation(summary = "Take an invitation back")
    public InvitationSnapshot cancel(@PathParam("id") UUID id, @Nullable Nothing body) {
        return endInvitation.cancel(id, caller.id());
    }
}
