package org.convoke.invitations.consent.api;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.convoke.doors.Caller;
import org.convoke.doors.Cursors;
import org.convoke.doors.Invalid;
import org.convoke.doors.Page;
import org.convoke.doors.PageQuery;
import org.convoke.doors.Text;
import org.convoke.invitations.consent.Blocked;
import org.convoke.invitations.consent.Blocks;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** People and groups whose invitations the caller refuses; an inviter is told so. What is pending stays. */
@Path("/api/v1/invitation-blocks")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class BlockResource {

    private static final Cursors CURSORS = new Cursors("invitation-blocks", 2);

    private final Blocks blocks;
    private final Caller caller;

    public BlockResource(Blocks blocks, Caller caller) {
        this.blocks = blocks;
        this.caller = caller;
    }

    @GET
    @Authenticated
    @Operation(operationId = "listBlocks", summary = "What the caller has blocked: groups, then people")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "400", description = "`invalid`")
    public Page<BlockView> list(@Valid @BeanParam PageQuery page) {
        var after = page.after(CURSORS, place -> Blocked.of(place.getFirst(), place.getLast()));
        return page.page(
                blocks.of(caller.id(), after, page.rows()),
                CURSORS,
                block -> List.of(block.blocked().kind(), block.blocked().id()),
                BlockView::of);
    }

    @PUT
    @Path("/users/{userId}")
    @Authenticated
    @Operation(operationId = "blockUser", summary = "Refuse every invitation by that person")
    @APIResponse(responseCode = "204", description = "She is blocked, as she may have been before")
    @APIResponse(responseCode = "400", description = "`invalid`: nobody blocks herself")
    public void blockUser(@PathParam("userId") @Text(min = 1, max = 255) String userId) {
        if (userId.equals(caller.id())) {
            throw new Invalid("userId", "must be somebody else");
        }
        blocks.add(caller.id(), new Blocked.User(userId));
    }

    @DELETE
    @Path("/users/{userId}")
    @Authenticated
    @Operation(operationId = "unblockUser", summary = "Let that person invite again")
    @APIResponse(responseCode = "204", description = "She is not blocked")
    public void unblockUser(@PathParam("userId") @Text(min = 1, max = 255) String userId) {
        blocks.remove(caller.id(), new Blocked.User(userId));
    }

    @PUT
    @Path("/groups/{groupId}")
    @Authenticated
    @Operation(operationId = "blockGroup", summary = "Refuse every invitation to that group")
    @APIResponse(responseCode = "204", description = "It is blocked, as it may have been before")
    public void blockGroup(@PathParam("groupId") UUID groupId) {
        blocks.add(caller.id(), new Blocked.Group(groupId));
    }

    @DELETE
    @Path("/groups/{groupId}")
    @Authenticated
    @Operation(operationId = "unblockGroup", summary = "Let people invite to that group again")
    @APIResponse(responseCode = "204", description = "It is not blocked")
    public void unblockGroup(@PathParam("groupId") UUID groupId) {
        blocks.remove(caller.id(), new Blocked.Group(groupId));
    }
}
