package org.convoke.invitations.link.api;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.convoke.doors.Caller;
import org.convoke.doors.Nothing;
import org.convoke.events.JoinRequestSnapshot;
import org.convoke.invitations.group.Member;
import org.convoke.invitations.link.LinkPreview;
import org.convoke.invitations.link.PreviewLink;
import org.convoke.invitations.link.RedeemLink;
import org.convoke.invitations.link.Redeemed;
import org.convoke.ledger.Idempotent;
import org.convoke.ledger.Idempotent.Effect;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** What anybody who has its code does with a link. The code stands in the path and nowhere in a log. */
@Path(LinkResource.PATH + "/{link}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CodeResource {

    private static final String GONE = "expired, exhausted, revoked";
    private static final String LIMITED = "rate-limited: too many unknown codes; group-quota";

    private final Guesses guesses;
    private final PreviewLink previewLink;
    private final RedeemLink redeemLink;
    private final Caller caller;

    CodeResource(Guesses guesses, PreviewLink previewLink, RedeemLink redeemLink, Caller caller) {
        this.guesses = guesses;
        this.previewLink = previewLink;
        this.redeemLink = redeemLink;
        this.caller = caller;
    }

    /** The body of a 202. */
    record Requested(JoinRequestSnapshot joinRequest) {}

    @GET
    @Authenticated
    @Operation(operationId = "previewLink", summary = "Where a link leads")
    @APIResponse(responseCode = "200", description = "Its group, who made it, and whether the caller is in already")
    @APIResponse(responseCode = "403", description = "banned")
    @APIResponse(responseCode = "404", description = "not-found: no such code")
    @APIResponse(responseCode = "410", description = GONE)
    @APIResponse(responseCode = "429", description = "rate-limited: too many unknown codes")
    public LinkPreview preview(@Parameter(description = "The link's code") @PathParam("link") String code) {
        return guesses.guess(caller.id(), code, known -> previewLink.preview(known, caller.id()));
    }

    @POST
    @Path("/redeem")
    @Authenticated
    @Idempotent(Effect.REPEATABLE)
    @Operation(operationId = "redeemLink", summary = "Come in by a link; who is in already uses nothing up")
    @APIResponse(
            responseCode = "201",
            description = "A member now",
            content = @Content(schema = @Schema(implementation = Member.class)))
    @APIResponse(
            responseCode = "200",
            description = "A member already",
            content = @Content(schema = @Schema(implementation = Member.class)))
    @APIResponse(
            responseCode = "202",
            description = "The group wants to be asked: the open request to join",
            content = @Content(schema = @Schema(implementation = Requested.class)))
    @APIResponse(responseCode = "403", description = "banned")
    @APIResponse(responseCode = "404", description = "not-found: no such code")
    @APIResponse(responseCode = "409", description = "group-full")
    @APIResponse(responseCode = "410", description = GONE)
    @APIResponse(responseCode = "429", description = LIMITED)
    public RestResponse<?> redeem(
            @Parameter(description = "The link's code") @PathParam("link") String code, @Nullable Nothing body) {
        return answer(guesses.guess(caller.id(), code, known -> redeemLink.redeem(known, caller.id())));
    }

    private static RestResponse<?> answer(Redeemed redeemed) {
        return switch (redeemed) {
            case Redeemed.In in -> RestResponse.status(in.isNew() ? Status.CREATED : Status.OK, in.membership());
            case Redeemed.Asked asked -> RestResponse.status(Status.ACCEPTED, new Requested(asked.joinRequest()));
        };
    }
}
