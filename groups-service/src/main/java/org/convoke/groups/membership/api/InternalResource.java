package org.convoke.groups.membership.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.convoke.doors.Text;
import org.convoke.groups.membership.CheckInvitation;
import org.convoke.groups.membership.SeatInvitee;
import org.eclipse.microprofile.openapi.annotations.Operation;
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

    public InternalResource(CheckInvitation checkInvitation, SeatInvitee seatInvitee) {
        this.checkInvitation = checkInvitation;
        this.seatInvitee = seatInvitee;
    }

    @POST
    @Path("/invitation-check")
    @Operation(summary = "Whether somebody may invite others, as things stand")
    public CheckAnswer check(@PathParam("g") UUID group, @NotNull @Valid CheckQuestion question) {
        return CheckAnswer.of(checkInvitation.check(group, question.inviterId(), question.inviteeIds()));
    }

    @PUT
    @Path("/members/{u}")
    @Operation(summary = "The seat that an accepted invitation asks for")
    @APIResponse(responseCode = "201", description = "A member now")
    @APIResponse(responseCode = "200", description = "A member already, or the seat this invitation led to before")
    public RestResponse<MemberView> seat(
            @PathParam("g") UUID group,
            @PathParam("u") @Text(min = 1, max = 255) String user,
            @NotNull @Valid SeatRequest request) {
        return Answers.of(seatInvitee.seat(group, request.invitee(user)));
    }
}
