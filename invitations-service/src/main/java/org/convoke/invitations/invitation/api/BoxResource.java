package org.convoke.invitations.invitation.api;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convoke.doors.Caller;
import org.convoke.doors.Cursors;
import org.convoke.doors.Invalid;
import org.convoke.doors.Page;
import org.convoke.doors.PageQuery;
import org.convoke.events.InvitationSnapshot;
import org.convoke.invitations.invitation.Box;
import org.convoke.invitations.invitation.BoxQuery;
import org.convoke.invitations.invitation.InvitationStatus;
import org.convoke.invitations.invitation.ReadInvitations;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Looking at the invitations one got and sent. */
@Path(InvitationResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class BoxResource {

    private static final Cursors CURSORS = new Cursors("invitations", 1);

    private final ReadInvitations readInvitations;
    private final Caller caller;

    public BoxResource(ReadInvitations readInvitations, Caller caller) {
        this.readInvitations = readInvitations;
        this.caller = caller;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "listInvitations",
            summary = "The invitations that the caller got or sent, or the pending ones to a group that she moderates")
    @APIResponse(responseCode = "200", description = "A page of them, newest first")
    @APIResponse(responseCode = "400", description = "`invalid`; the box of a group needs groupId")
    @APIResponse(responseCode = "403", description = "`forbidden`: the box of a group is its moderators'")
    @APIResponse(responseCode = "404", description = "`not-found`: the group")
    public Page<InvitationSnapshot> list(
            @QueryParam("box") @NotNull Box box,
            @QueryParam("status") @Nullable InvitationStatus status,
            @QueryParam("groupId") @Nullable UUID groupId,
            @Valid @BeanParam PageQuery page) {
        if (box == Box.group && groupId == null) {
            throw new Invalid("groupId", "is needed for the box of a group");
        }
        BoxQuery query = new BoxQuery(
                box,
                caller.id(),
                Optional.ofNullable(status),
                Optional.ofNullable(groupId),
                page.after(CURSORS, place -> UUID.fromString(place.getFirst())),
                page.rows());
        return page.page(
                readInvitations.list(query), CURSORS, each -> List.of(each.id().toString()), each -> each);
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(
            operationId = "getInvitation",
            summary = "An invitation that the caller got or sent, or one to a group that she moderates")
    @APIResponse(responseCode = "200", description = "The invitation")
    @APIResponse(responseCode = "404", description = "`not-found`")
    public InvitationSnapshot one(@PathParam("id") UUID id) {
        return readInvitations.one(caller.id(), id);
    }
}
