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
import org.convoke.doors.Nothing;
import org.convoke.doors.Page;
import org.convoke.doors.PageQuery;
import org.convoke.groups.request.ApproveRequest;
import org.convoke.groups.request.JoinRequests;
import org.convoke.groups.request.RejectRequest;
import org.convoke.groups.request.RequestStatus;
import org.convoke.groups.request.WithdrawRequest;
import org.convoke.ledger.Idempotent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** One's own requests to join, and what becomes of a request. */
@Path("/api/v1/join-requests")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class JoinRequestResource {

    private final JoinRequests requests;
    private final ApproveRequest approveRequest;
    private final RejectRequest rejectRequest;
    private final WithdrawRequest withdrawRequest;
    private final Caller caller;

    public JoinRequestResource(
            JoinRequests requests,
            ApproveRequest approveRequest,
            RejectRequest rejectRequest,
            WithdrawRequest withdrawRequest,
            Caller caller) {
        this.requests = requests;
        this.approveRequest = approveRequest;
        this.rejectRequest = rejectRequest;
        this.withdrawRequest = withdrawRequest;
        this.caller = caller;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "listOwnJoinRequests",
            summary = "The caller's own requests to join, in all groups",
            description = "Those with status=PENDING the oldest first, all others the newest first")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "400", description = "`invalid`")
    public Page<JoinRequestView> list(
            @QueryParam("status") @Nullable RequestStatus status, @Valid @BeanParam PageQuery page) {
        return RequestPages.page(status, page, part -> requests.ofPerson(caller.id(), part));
    }

    @POST
    @Path("/{r}/approve")
    @Authenticated
    @Idempotent
    @Operation(operationId = "approveJoinRequest", summary = "Let in who asks; for moderators")
    @APIResponse(responseCode = "200", description = "Approved, now or before")
    @APIResponse(responseCode = "403", description = "`forbidden`: for moderators; `banned`")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(
            responseCode = "409",
            description = "`not-pending` with `requestStatus`; `group-full`, `archived`: it stays open")
    @APIResponse(
            responseCode = "429",
            description = "`group-quota`: she is in as many groups as one may; it stays open")
    public JoinRequestView approve(@PathParam("r") UUID request, @Nullable Nothing body) {
        return JoinRequestView.of(approveRequest.approve(request, caller.id()));
    }

    @POST
    @Path("/{r}/reject")
    @Authenticated
    @Idempotent
    @Operation(operationId = "rejectJoinRequest", summary = "Do not let in who asks; for moderators")
    @APIResponse(responseCode = "200", description = "Rejected, now or before")
    @APIResponse(responseCode = "403", description = "`forbidden`: for moderators")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`not-pending` with `requestStatus`")
    public JoinRequestView reject(@PathParam("r") UUID request, @Nullable Nothing body) {
        return JoinRequestView.of(rejectRequest.reject(request, caller.id()));
    }

    @POST
    @Path("/{r}/withdraw")
    @Authenticated
    @Idempotent
    @Operation(operationId = "withdrawJoinRequest", summary = "Ask no more; for who asked")
    @APIResponse(responseCode = "200", description = "Withdrawn, now or before")
    @APIResponse(responseCode = "403", description = "`forbidden`: for who asked")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`not-pending` with `requestStatus`")
    public JoinRequestView withdraw(@PathParam("r") UUID request, @Nullable Nothing body) {
        return JoinRequestView.of(withdrawRequest.withdraw(request, caller.id()));
    }
}
