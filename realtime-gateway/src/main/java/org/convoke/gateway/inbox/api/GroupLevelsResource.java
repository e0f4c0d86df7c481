package org.convoke.gateway.inbox.api;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.convoke.doors.Caller;
import org.convoke.gateway.inbox.GroupLevels;
import org.convoke.gateway.inbox.GroupLevels.GroupLevel;
import org.convoke.gateway.inbox.Level;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How much of her groups the caller wants to be a notification. */
@Path("/api/v1/notifications/groups")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Notifications")
public class GroupLevelsResource {

    private final GroupLevels levels;
    private final Caller caller;

    GroupLevelsResource(GroupLevels levels, Caller caller) {
        this.levels = levels;
        this.caller = caller;
    }

    /** What is wanted of one group. */
    @Schema(name = "WantedLevel")
    public record Wanted(@NotNull Level level) {}

    /** All that were set to less than everything. */
    public record GroupLevelList(List<GroupLevel> items) {}

    @GET
    @Operation(operationId = "listGroupLevels", summary = "The groups of which not everything becomes a notification")
    public Uni<GroupLevelList> list() {
        String user = caller.id();
        return Uni.createFrom()
                .completionStage(() -> levels.list(user).toCompletionStage())
                .map(GroupLevelList::new);
    }

    @PUT
    @Path("/{groupId}")
    @Operation(
            operationId = "setGroupLevel",
            summary = "How much of a group becomes a notification",
            description = "`IMPORTANT` is what concerns the caller herself, `MUTED` nothing. It counts from the next"
                    + " event on, and until she leaves the group.")
    @APIResponse(responseCode = "200", description = "As it is from now on")
    @APIResponse(responseCode = "404", description = "`not-found`: no such group, or no member of it")
    public Uni<GroupLevel> set(UUID groupId, @NotNull @Valid Wanted wanted) {
        String user = caller.id();
        return Uni.createFrom()
                .completionStage(() -> levels.set(user, groupId, wanted.level()).toCompletionStage())
                .map(member -> {
                    if (!member) {
                        throw new NotFoundException();
                    }
                    return new GroupLevel(groupId, wanted.level());
                });
    }
}
