package org.convoke.groups.group.api;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.convoke.doors.Caller;
import org.convoke.doors.Nothing;
import org.convoke.groups.api.Tags;
import org.convoke.groups.group.ArchiveGroup;
import org.convoke.groups.group.ChangeGroup;
import org.convoke.groups.group.DeleteGroup;
import org.convoke.ledger.Idempotent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What becomes of a group, by its admins and owners. */
@Path(GroupResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class GroupChangeResource {

    private final ChangeGroup changeGroup;
    private final ArchiveGroup archiveGroup;
    private final DeleteGroup deleteGroup;
    private final Caller caller;

    public GroupChangeResource(
            ChangeGroup changeGroup, ArchiveGroup archiveGroup, DeleteGroup deleteGroup, Caller caller) {
        this.changeGroup = changeGroup;
        this.archiveGroup = archiveGroup;
        this.deleteGroup = deleteGroup;
        this.caller = caller;
    }

    @PATCH
    @Path("/{g}")
    @Authenticated
    @Operation(
            operationId = "changeGroup",
            summary = "Change the settings of a group, as they were when the ETag in If-Match was read")
    @APIResponse(responseCode = "200", description = "The group; ETag is its new one, or the same if nothing changed")
    @APIResponse(responseCode = "400", description = "`invalid`, also for a capacity below the number of members")
    @APIResponse(responseCode = "403", description = "`forbidden`: for admins")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`archived`")
    @APIResponse(responseCode = "412", description = "`precondition-failed`: changed since then")
    @APIResponse(responseCode = "428", description = "`precondition-required`: no If-Match")
    public RestResponse<GroupView> change(
            @PathParam("g") UUID group,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid GroupChanges body) {
        return GroupAnswers.ok(changeGroup.change(group, caller.id(), Tags.required(ifMatch), body::on));
    }

    @POST
    @Path("/{g}/archive")
    @Authenticated
    @Idempotent
    @Operation(
            operationId = "archiveGroup",
            summary = "Close a group to all changes but leaving, unarchiving and deleting it")
    @APIResponse(responseCode = "200", description = "The archived group")
    @APIResponse(responseCode = "403", description = "`forbidden`: for owners")
    @APIResponse(responseCode = "404", description = "`not-found`")
    public RestResponse<GroupView> archive(@PathParam("g") UUID group, @Nullable Nothing body) {
        return GroupAnswers.ok(archiveGroup.archive(group, caller.id()));
    }

    @POST
    @Path("/{g}/unarchive")
    @Authenticated
    @Idempotent
    @Operation(operationId = "unarchiveGroup", summary = "Open an archived group to changes again")
    @APIResponse(responseCode = "200", description = "The group")
    @APIResponse(responseCode = "403", description = "`forbidden`: for owners")
    @APIResponse(responseCode = "404", description = "`not-found`")
    public RestResponse<GroupView> unarchive(@PathParam("g") UUID group, @Nullable Nothing body) {
        return GroupAnswers.ok(archiveGroup.unarchive(group, caller.id()));
    }

    @DELETE
    @Path("/{g}")
    @Authenticated
    @Operation(operationId = "deleteGroup", summary = "Delete a group; it is gone for everyone")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "403", description = "`forbidden`: for owners")
    @APIResponse(responseCode = "404", description = "`not-found`, also for a deleted group")
    public void delete(@PathParam("g") UUID group) {
        deleteGroup.delete(group, caller.id());
    }
}
