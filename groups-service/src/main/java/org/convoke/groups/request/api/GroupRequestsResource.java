package org.convoke.groups.request.api;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.convoke.doors.Caller;
import org.convoke.doors.Page;
import org.convoke.doors.PageQuery;
import org.convoke.groups.request.AskToJoin;
import org.convoke.groups.request.Asked;
import org.convoke.groups.request.ListRequests;
import org.convoke.groups.request.RequestStatus;
import org.convoke.ledger.Idempotent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** Asking to be let into a group, and seeing who asks. */
@Path("/api/v1/groups/{g}/join-requests")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class GroupRequestsResource {

    private final AskToJoin askToJoin;
    private final ListRequests listRequests;
    private final Caller caller;

    public GroupRequestsResource(AskToJoin askToJoin, ListRequests listRequests, Caller caller) {
        this.askToJoin = askToJoin;
        this.listRequests = listRequests;
        this.caller = caller;
    }

    @POST
    @Authenticated
    @Idempotent
    @Operation(
            operationId = "askToJoin",
            summary = "Ask to be let into a group; for who is invited this is the acceptance")
    @APIResponse(
            responseCode = "201",
            description = "The new request; APPROVED at once for who holds an invitation, who is a member now",
            content = @Content(schema = @Schema(implementation = JoinRequestView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The request that was open before; APPROVED now for who holds an invitation")
    @APIResponse(responseCode = "400", description = "`invalid`, `unknown-field`, `malformed-json`")
    @APIResponse(responseCode = "403", description = "`invite-only`; `banned`")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(
            responseCode = "409",
            description =
                    "`already-a-member`; `open-group`: join it instead; `archived`; for who is invited also `group-full`")
    @APIResponse(
            responseCode = "429",
            description = "`group-quota`: for who is invited and is in as many groups as one may")
    public RestResponse<JoinRequestView> ask(@PathParam("g") UUID group, @Valid @Nullable NewRequest body) {
        Asked asked = askToJoin.ask(group, caller.id(), body == null ? null : body.message());
        return RestResponse.status(asked.isNew() ? Status.CREATED : Status.OK, JoinRequestView.of(asked.request()));
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "listJoinRequests",
            summary = "The requests to join a group, for its moderators",
            description = "Those with status=PENDING the oldest first, all others the newest first")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "400", description = "`invalid`")
    @APIResponse(responseCode = "403", description = "`forbidden`: for moderators")
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Page<JoinRequestView> list(
            @PathParam("g") UUID group,
            @QueryParam("status") @Nullable RequestStatus status,
            @Valid @BeanParam PageQuery page) {
        return RequestPages.page(status, page, part -> listRequests.list(caller.id(), group, part));
    }
}
