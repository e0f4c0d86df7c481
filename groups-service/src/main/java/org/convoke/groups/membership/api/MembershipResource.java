package org.convoke.groups.membership.api;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.convoke.doors.Caller;
import org.convoke.doors.Cursors;
import org.convoke.doors.Page;
import org.convoke.doors.PageQuery;
import org.convoke.doors.Text;
import org.convoke.groups.group.Members;
import org.convoke.groups.group.Role;
import org.convoke.groups.membership.JoinGroup;
import org.convoke.groups.membership.LeaveGroup;
import org.convoke.groups.membership.ListMembers;
import org.convoke.groups.request.api.JoinRequestView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Joining, leaving, and seeing who is in. */
@Path(MembershipResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class MembershipResource {

    static final String PATH = "/api/v1/groups/{g}/members";

    private static final Cursors CURSORS = new Cursors("members", 2);

    private final ListMembers listMembers;
    private final JoinGroup joinGroup;
    private final LeaveGroup leaveGroup;
    private final Caller caller;

    public MembershipResource(ListMembers listMembers, JoinGroup joinGroup, LeaveGroup leaveGroup, Caller caller) {
        this.listMembers = listMembers;
        this.joinGroup = joinGroup;
        this.leaveGroup = leaveGroup;
        this.caller = caller;
    }

    @GET
    @Authenticated
    @Operation(operationId = "listMembers", summary = "The members of a group, the oldest first")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "400", description = "`invalid`")
    @APIResponse(responseCode = "404", description = "`not-found`, also for outsiders of a private group")
    public Page<MemberView> list(
            @PathParam("g") UUID group,
            @QueryParam("role") @Nullable Role role,
            @QueryParam("query") @Text(min = 1, max = 100) @Nullable String query,
            @Valid @BeanParam PageQuery page) {
        Members.Wanted wanted =
                new Members.Wanted(group, role, query, page.after(CURSORS, MembershipResource::place), page.rows());
        return page.page(
                listMembers.list(caller.id(), wanted),
                CURSORS,
                member -> List.of(member.joinedAt().toString(), member.userId()),
                MemberView::of);
    }

    @PUT
    @Path("/me")
    @Authenticated
    @Operation(
            operationId = "joinGroup",
            summary = "Join a group that is open or that the caller is invited to, or ask to be let in")
    @APIResponse(
            responseCode = "201",
            description = "A member now",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    @APIResponse(
            responseCode = "200",
            description = "A member already",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Where one has to ask: the request to join, filed now or open already",
            content = @Content(schema = @Schema(implementation = JoinRequestView.class)))
    @APIResponse(responseCode = "403", description = "`invite-only`; `banned`")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`group-full`; `archived`")
    @APIResponse(responseCode = "429", description = "`group-quota`: she is in as many groups as one may")
    public RestResponse<Object> join(@PathParam("g") UUID group) {
        return Answers.toPerson(joinGroup.join(group, caller.id()));
    }

    @DELETE
    @Path("/me")
    @Authenticated
    @Operation(
            operationId = "leaveGroup",
            summary = "Leave a group; an owner may name the member who is owner after her")
    @APIResponse(responseCode = "204", description = "No member any more, or never one")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`last-owner`; `not-a-member`: the successor")
    public void leave(
            @PathParam("g") UUID group, @QueryParam("successor") @Text(min = 1, max = 255) @Nullable String successor) {
        leaveGroup.leave(group, caller.id(), successor);
    }

    private static Members.Place place(List<String> cursor) {
        return new Members.Place(Instant.parse(cursor.getFirst()), cursor.getLast());
    }
}
