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
import org.convoke.doors.Nothing;
import org.convoke.events.InvitationSnapshot;
import org.convoke.invitations.invitation.AcceptInvitation;
import org.convoke.invitations.invitation.EndInvitation;
import org.convoke.invitations.invitation.ResendInvitation;
import org.convoke.invitations.invitation.SendInvitation;
import org.convoke.invitations.invitation.SendInvitation.Sent;
import org.convoke.invitations.invitation.Turn;
import org.convoke.ledger.Idempotent;
import org.convoke.ledger.Idempotent.Effect;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
    private static final String NOT_PENDING = "`not-pending`: invitationStatus and reason say what became of it";

    private final SendInvitation sendInvitation;
    private final AcceptInvitation acceptInvitation;
    private final EndInvitation endInvitation;
    private final ResendInvitation resendInvitation;
    private final Caller caller;

    public InvitationResource(
            SendInvitation sendInvitation,
            AcceptInvitation acceptInvitation,
            EndInvitation endInvitation,
            ResendInvitation resendInvitation,
            Caller caller) {
        this.sendInvitation = sendInvitation;
        this.acceptInvitation = acceptInvitation;
        this.endInvitation = endInvitation;
        this.resendInvitation = resendInvitation;
        this.caller = caller;
    }

    /** With a key groups-service is asked within the transaction: its answer comes before anything is locked, and soon. */
    @POST
    @Authenticated
    @Idempotent
    @Operation(operationId = "sendInvitation", summary = "Invite somebody to a group")
    @APIResponse(
            responseCode = "201",
            description = "The new invitation; Location is its",
            content = @Content(schema = @Schema(implementation = InvitationSnapshot.class)))
    @APIResponse(responseCode = "200", description = "The one that is pending already")
    @APIResponse(responseCode = "403", description = "`may-not-invite`, `invites-blocked`")
    @APIResponse(responseCode = "404", description = "`not-found`: the group; `unknown-person`: the invitee")
    @APIResponse(responseCode = "409", description = "`already-a-member`, `banned`, `archived`")
    @APIResponse(
            responseCode = "429",
            description = "`inviter-quota`, `group-quota`, `cooldown`; Retry-After says when")
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
    @Operation(
            operationId = "acceptInvitation",
            summary = "Accept: the invitee is a member; accepting again answers the same")
    @APIResponse(responseCode = "200", description = "The invitation and the membership")
    @APIResponse(responseCode = "403", description = "`forbidden`: not the invitee; `banned`")
    @APIResponse(responseCode = "409", description = NOT_PENDING + ", `group-full`, `archived`: it stays pending")
    @APIResponse(responseCode = "410", description = "`expired`")
    public Turn.Accepted accept(@PathParam("id") UUID id, @Nullable Nothing body) {
        return acceptInvitation.accept(id, caller.id());
    }

    @POST
    @Path("/{id}/decline")
    @Authenticated
    @Idempotent(Effect.REPEATABLE)
    @Operation(
            operationId = "declineInvitation",
            summary = "Decline this invitation, or any to this group or from this inviter")
    @APIResponse(responseCode = "200", description = "The invitation, declined")
    @APIResponse(responseCode = "403", description = "`forbidden`: not the invitee")
    @APIResponse(responseCode = "409", description = NOT_PENDING)
    @APIResponse(responseCode = "410", description = "`expired`")
    public InvitationSnapshot decline(@PathParam("id") UUID id, @Nullable DeclineRequest body) {
        return endInvitation.decline(id, caller.id(), DeclineRequest.scope(body));
    }

    @POST
    @Path("/{id}/cancel")
    @Authenticated
    @Idempotent(Effect.REPEATABLE)
    @Operation(
            operationId = "cancelInvitation",
            summary = "Take an invitation back, as its inviter or a moderator of the group")
    @APIResponse(responseCode = "200", description = "The invitation, cancelled")
    @APIResponse(responseCode = "403", description = "`forbidden`: the invitee declines instead")
    @APIResponse(responseCode = "409", description = NOT_PENDING)
    @APIResponse(responseCode = "410", description = "`expired`")
    public InvitationSnapshot cancel(@PathParam("id") UUID id, @Nullable Nothing body) {
        return endInvitation.cancel(id, caller.id());
    }

    @POST
    @Path("/{id}/resend")
    @Authenticated
    @Idempotent
    @Operation(
            operationId = "resendInvitation",
            summary = "Ask the invitee once more; the invitation ends when it would have ended")
    @APIResponse(responseCode = "200", description = "The same invitation")
    @APIResponse(responseCode = "403", description = "`forbidden`: not the inviter")
    @APIResponse(responseCode = "409", description = NOT_PENDING)
    @APIResponse(responseCode = "410", description = "`expired`")
    @APIResponse(responseCode = "429", description = "`resend-quota`: until its end, when another can be sent")
    public InvitationSnapshot resend(@PathParam("id") UUID id, @Nullable Nothing body) {
        return resendInvitation.resend(id, caller.id());
    }
}
