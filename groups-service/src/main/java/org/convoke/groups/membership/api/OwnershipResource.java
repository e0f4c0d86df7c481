package org.convoke.groups.membership.api;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.convoke.doors.Caller;
import org.convoke.groups.membership.TransferOwnership;
import org.convoke.ledger.Idempotent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Handing a group over. */
@Path("/api/v1/groups/{g}/ownership")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class OwnershipResource {

    private final TransferOwnership transferOwnership;
    private final Caller caller;

    public OwnershipResource(TransferOwnership transferOwnership, Caller caller) {
        this.transferOwnership = transferOwnership;
        this.caller = caller;
    }

    @POST
    @Authenticated
    @Idempotent
    @Operation(
            operationId = "transferOwnership",
            summary = "Make another member owner in one's place and be an admin from then on")
    @APIResponse(responseCode = "200", description = "The new owner")
    @APIResponse(responseCode = "403", description = "`forbidden`: for owners")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`not-a-member`; `archived`")
    public MemberView transfer(@PathParam("g") UUID group, @NotNull @Valid NewOwner body) {
        return MemberView.of(transferOwnership.transfer(group, caller.id(), body.toUserId()));
    }
}
