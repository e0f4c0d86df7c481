package org.convoke.groups.group.api;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.convoke.doors.Caller;
import org.convoke.doors.Cursors;
import org.convoke.doors.Page;
import org.convoke.doors.PageQuery;
import org.convoke.doors.Text;
import org.convoke.groups.group.FoundGroup;
import org.convoke.groups.group.Groups;
import org.convoke.groups.group.SeenGroup;
import org.convoke.ledger.Idempotent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** Founding and finding groups. */
@Path(GroupResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class GroupResource {

    static final String PATH = "/api/v1/groups";

    private static final Cursors CURSORS = new Cursors("groups", 1);

    private final Groups groups;
    private final FoundGroup foundGroup;
    private final Caller caller;

    public GroupResource(Groups groups, FoundGroup foundGroup, Caller caller) {
        this.groups = groups;
        this.foundGroup = foundGroup;
        this.caller = caller;
    }

    @POST
    @Authenticated
    @Idempotent
    @Operation(operationId = "createGroup", summary = "Found a group and be its owner")
    @APIResponse(
            responseCode = "201",
            description = "The new group; Location and ETag are its",
            content = @Content(schema = @Schema(implementation = GroupView.class)))
    @APIResponse(responseCode = "400", description = "`invalid`, `unknown-field`, `malformed-json`")
    @APIResponse(responseCode = "429", description = "`group-quota`: she owns as many as one may")
    public RestResponse<GroupView> found(@NotNull @Valid NewGroup body) {
        SeenGroup founded = foundGroup.found(caller.id(), body.settings());
        return GroupAnswers.of(Status.CREATED, founded)
                .header(HttpHeaders.LOCATION, PATH + "/" + founded.group().id())
                .build();
    }

    @GET
    @Authenticated
    @Operation(operationId = "listGroups", summary = "The groups that the caller may see, newest first")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "400", description = "`invalid`")
    public Page<GroupView> list(
            @QueryParam("query") @Text(min = 1, max = 100) @Nullable String query,
            @QueryParam("member") @Nullable Whose member,
            @Valid @BeanParam PageQuery page) {
        Groups.Wanted wanted = new Groups.Wanted(
                query,
                member == Whose.me,
                page.after(CURSORS, place -> UUID.fromString(place.getFirst())),
                page.rows());
        return page.page(
                groups.seenBy(caller.id(), wanted),
                CURSORS,
                seen -> List.of(seen.group().id().toString()),
                GroupView::of);
    }

    @GET
    @Path("/{g}")
    @Authenticated
    @Operation(operationId = "getGroup", summary = "A group")
    @APIResponse(responseCode = "200", description = "The group; ETag is what a change of it builds on")
    @APIResponse(responseCode = "404", description = "`not-found`")
    public RestResponse<GroupView> get(@PathParam("g") UUID group) {
        return GroupAnswers.ok(groups.seenBy(caller.id(), group));
    }
}
