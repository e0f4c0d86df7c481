package org.convoke.groups.membership.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.convoke.doors.Text;
import org.convoke.groups.membership.CheckInvitation;
import org.convoke.groups.membership.LookAtMember;
import org.convoke.groups.membership.SeatInvitee;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** What invitations-service asks; not routed from outside, and closed to people. */
@Path("/internal/groups/{g}")
@RolesAllowed("membership:write")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class InternalResource {

    private final CheckInvitation checkInvitation;
    private final SeatInvitee seatInvitee;
    private final LookAtMember lookAtMember;

    public InternalResource(CheckInvitation checkInvitation, SeatInvitee seatInvitee, LookAtMember lookAtMember) {
        this.checkInvitation = checkInvitation;
        this.seatInvitee = seatInvitee;
        this.lookAtMember = lookAtMember;
    }

    @POST
    @Path("/invitation-check")
    @Operation(operationId = "checkInvitation", summary = "Whether somebody may invite others, as things stand")
    @APIResponse(responseCode = "200", description = "How the inviter and each invitee stand, in the order asked")
    @APIResponse(responseCode = "404", description = "`not-found`: the inviter may not see it")
    @APIResponse(responseCode = "409", description = "`archived`")
    public CheckAnswer check(@PathParam("g") UUID group, @NotNull @Valid CheckQuestion question) {
        return CheckAnswer.of(checkInvitation.check(group, question.inviterId(), question.inviteeIds()));
    }

    @PUT
    @Path("/members/{u}")
    @Operation(
            operationId = "seatInvitee",
            summary = "The seat that an accepted invitation or a redeemed link asks for")
    @APIResponse(
            responseCode = "201",
            description = "A member now",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    @APIResponse(
            responseCode = "200",
            description = "A member already, or the seat this invitation led to before",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    @APIResponse(
            responseCode = "202",
            description = "With a link to a group where one has to ask: the request to join",
            content = @Content(schema = @Schema(implementation = FiledRequest.class)))
    @APIResponse(responseCode = "403", description = "`banned`")
    @APIResponse(responseCode = "404", description = "`not-found`; `unknown-person`")
    @APIResponse(responseCode = "409", description = "`group-full`; `archived`; `late`")
    @APIResponse(responseCode = "429", description = "`group-quota`: she is in as many groups as one may")
    public RestResponse<Object> seat(
            @PathParam("g") UUID group,
            @PathParam("u") @Text(min = 1, max = 255) String user,
            @NotNull @Valid SeatRequest request) {
        return Answers.toService(seatInvitee.seat(group, request.invitee(user)));
    }

    @GET
    @Path("/members/{u}")
    @Operation(operationId = "lookAtMember", summary = "A group, whoever may see it, and how somebody stands in it")
    @APIResponse(responseCode = "200", description = "Her role and standing")
    @APIResponse(responseCode = "404", description = "`not-found`: there is no such group")
    public LookAnswer look(@PathParam("g") UUID group, @PathParam("u") @Text(min = 1, max = 255) String user) {
        return LookAnswer.of(lookAtMember.look(group, user));
    }
}
