package org.convoke.groups.membership.api;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.convoke.doors.Caller;
import org.convoke.doors.Text;
import org.convoke.groups.api.Tags;
import org.convoke.groups.group.Member;
import org.convoke.groups.membership.ChangeMember;
import org.convoke.groups.membership.FindMember;
import org.convoke.groups.membership.RemoveMember;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** What moderators, admins and owners do to one member. */
@Path(MembershipResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ModerationResource {

    private final FindMember findMember;
    private final ChangeMember changeMember;
    private final RemoveMember removeMember;
    private final Caller caller;

    public ModerationResource(
            FindMember findMember, ChangeMember changeMember, RemoveMember removeMember, Caller caller) {
        this.findMember = findMember;
        this.changeMember = changeMember;
        this.removeMember = removeMember;
        this.caller = caller;
    }

    @GET
    @Path("/{u}")
    @Authenticated
    @Operation(operationId = "getMember", summary = "One member, or \"me\", for those who may see the members")
    @APIResponse(responseCode = "200", description = "The member; ETag is what a change of her may build on")
    @APIResponse(responseCode = "404", description = "`not-found`, also for somebody who is no member")
    public RestResponse<MemberView> get(
            @PathParam("g") UUID group, @PathParam("u") @Text(min = 1, max = 255) String user) {
        return answer(findMember.find(group, caller.id(), named(user)));
    }

    @PATCH
    @Path("/{u}")
    @Authenticated
    @Operation(operationId = "changeMember", summary = "Give a member another role, mute her, or let her speak again")
    @APIResponse(responseCode = "200", description = "The member; ETag is her new one, or the same if nothing changed")
    @APIResponse(responseCode = "400", description = "`invalid`, also for a mute that ends in the past")
    @APIResponse(responseCode = "403", description = "`forbidden`: the role does not reach that far; `outranked`")
    @APIResponse(responseCode = "404", description = "`not-found`, also for somebody who is no member")
    @APIResponse(responseCode = "409", description = "`archived`; `last-owner`")
    @APIResponse(responseCode = "412", description = "`precondition-failed`: changed since If-Match was read")
    public RestResponse<MemberView> change(
            @PathParam("g") UUID group,
            @PathParam("u") @Text(min = 1, max = 255) String user,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid MemberPatch body) {
        return answer(changeMember.change(group, caller.id(), named(user), Tags.optional(ifMatch), body.change()));
    }

    @DELETE
    @Path("/{u}")
    @Authenticated
    @Operation(operationId = "removeMember", summary = "Remove a member")
    @APIResponse(responseCode = "204", description = "No member any more")
    @APIResponse(responseCode = "403", description = "`forbidden`: for moderators; `outranked`")
    @APIResponse(responseCode = "404", description = "`not-found`, also for somebody who is no member")
    @APIResponse(responseCode = "409", description = "`archived`")
    public void remove(@PathParam("g") UUID group, @PathParam("u") @Text(min = 1, max = 255) String user) {
        removeMember.remove(group, caller.id(), user);
    }

    private String named(String user) {
        return user.equals("me") ? caller.id() : user;
    }

    private static RestResponse<MemberView> answer(Member member) {
        return ResponseBuilder.ok(MemberView.of(member))
                .header(HttpHeaders.ETAG, Tags.of(member.revision()))
                .build();
    }
}
