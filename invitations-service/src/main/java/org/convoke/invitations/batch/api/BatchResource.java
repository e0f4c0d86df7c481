package org.convoke.invitations.batch.api;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.convoke.doors.Caller;
import org.convoke.doors.Invalid;
import org.convoke.doors.Nothing;
import org.convoke.invitations.batch.BatchReport;
import org.convoke.invitations.batch.CancelBatch;
import org.convoke.invitations.batch.PredictBatch;
import org.convoke.invitations.batch.PredictBatch.Prediction;
import org.convoke.ledger.Idempotent;
import org.convoke.ledger.Idempotent.Effect;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** Inviting many at once, and stopping that. */
@Path(BatchResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class BatchResource {

    static final String PATH = "/api/v1/invitation-batches";

    private static final String DRY_RUN = "dryRun";

    private final Filing filing;
    private final PredictBatch predictBatch;
    private final CancelBatch cancelBatch;
    private final Caller caller;
    private final UriInfo uri;

    public BatchResource(
            Filing filing, PredictBatch predictBatch, CancelBatch cancelBatch, Caller caller, UriInfo uri) {
        this.filing = filing;
        this.predictBatch = predictBatch;
        this.cancelBatch = cancelBatch;
        this.caller = caller;
        this.uri = uri;
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
    @Authenticated
    @Idempotent(Effect.REPEATABLE)
    @Operation(
            operationId = "fileBatch",
            summary = "Invite up to 1000 people to a group; they are invited after the answer")
    @RequestBody(
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = NewBatch.class)),
                @Content(
                        mediaType = Csv.MEDIA_TYPE,
                        schema = @Schema(type = SchemaType.STRING, examples = Csv.INVITEES_EXAMPLE))
            })
    @Parameter(
            name = "groupId",
            in = ParameterIn.QUERY,
            description = "With text/csv: the group",
            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
    @Parameter(
            name = "message",
            in = ParameterIn.QUERY,
            description = "With text/csv: the message",
            schema = @Schema(type = SchemaType.STRING, maxLength = 500))
    @Parameter(
            name = "expiresInDays",
            in = ParameterIn.QUERY,
            description = "With text/csv: 1 to 90 days",
            schema = @Schema(type = SchemaType.INTEGER, defaultValue = "14"))
    @APIResponse(
            responseCode = "202",
            description = "The batch; Location is its",
            content = @Content(schema = @Schema(implementation = BatchReport.class)))
    @APIResponse(
            responseCode = "200",
            description = "With dryRun: what would become of each; nothing has changed",
            content = @Content(schema = @Schema(implementation = Prediction.class)))
    @APIResponse(responseCode = "403", description = "may-not-invite")
    @APIResponse(responseCode = "404", description = "not-found: the group")
    @APIResponse(responseCode = "409", description = "archived")
    @APIResponse(responseCode = "413", description = "too-large")
    @APIResponse(responseCode = "422", description = "too-many-recipients, idempotency-key-reused")
    @APIResponse(responseCode = "429", description = "inviter-quota")
    public RestResponse<?> file(
            @NotNull @Valid NewBatch body,
            @QueryParam(DRY_RUN)
                    @Size(max = 1)
                    @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    List<@Pattern(regexp = "true|false", message = "must be true or false") String> dryRun) {
        if (isTrue(dryRun)) {
            return RestResponse.ok(predictBatch.predict(caller.id(), body.wanted()));
        }
        filing.requirePermission(body);
        return filing.file(body, dryRun);
    }

    @POST
    @Path("/{id}/cancel")
    @Consumes(MediaType.APPLICATION_JSON)
    @Authenticated
    @Idempotent
    @Operation(operationId = "cancelBatch", summary = "Stop a batch: whoever has no outcome yet is not invited")
    @APIResponse(
            responseCode = "202",
            description = "It is cancelled, or was before",
            content = @Content(schema = @Schema(implementation = BatchReport.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "finished")
    public RestResponse<BatchReport> cancel(@PathParam("id") UUID id, @Nullable Nothing body) {
        return ResponseBuilder.create(Status.ACCEPTED, cancelBatch.cancel(caller.id(), id))
                .build();
    }

    /** A value that is empty does not reach us, and she who left it out must not send a thousand invitations by it. */
    private boolean isTrue(List<String> dryRun) {
        if (dryRun.isEmpty() && uri.getQueryParameters().containsKey(DRY_RUN)) {
            throw new Invalid(DRY_RUN, "must be true or false");
        }
        return dryRun.contains("true");
    }
}
