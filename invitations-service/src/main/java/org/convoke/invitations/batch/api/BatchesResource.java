package org.convoke.invitations.batch.api;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convoke.doors.Caller;
import org.convoke.doors.Cursors;
import org.convoke.doors.Page;
import org.convoke.doors.PageQuery;
import org.convoke.invitations.batch.BatchReport;
import org.convoke.invitations.batch.Item;
import org.convoke.invitations.batch.Outcome;
import org.convoke.invitations.batch.ReadBatches;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Looking at one's batches and what became of their recipients. */
@Path(BatchResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class BatchesResource {

    private static final Cursors BATCHES = new Cursors("batches", 1);
    private static final Cursors ITEMS = new Cursors("batch-items", 1);

    private static final List<Variant> TYPES =
            Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, Csv.TYPE).build();

    private final ReadBatches readBatches;
    private final Caller caller;

    public BatchesResource(ReadBatches readBatches, Caller caller) {
        this.readBatches = readBatches;
        this.caller = caller;
    }

    @GET
    @Authenticated
    @Operation(operationId = "listBatches", summary = "The caller's batches, newest first")
    @APIResponse(responseCode = "200", description = "A page")
    public Page<BatchReport> list(@Valid @BeanParam PageQuery page) {
        Optional<UUID> after = page.after(BATCHES, place -> UUID.fromString(place.getFirst()));
        return page.page(
                readBatches.list(caller.id(), after, page.rows()),
                BATCHES,
                each -> List.of(each.batch().id().toString()),
                each -> each);
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Operation(operationId = "getBatch", summary = "A batch of the caller's and how many recipients have which outcome")
    @APIResponse(responseCode = "200", description = "As it is at this moment")
    @APIResponse(responseCode = "404", description = "not-found")
    public BatchReport one(@PathParam("id") UUID id) {
        return readBatches.one(caller.id(), id);
    }

    @GET
    @Path("/{id}/items")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
    @Authenticated
    @Operation(
            operationId = "listBatchItems",
            summary = "The recipients of a batch in their order; as text/csv all at once")
    @APIResponse(
            responseCode = "200",
            description = "A page, or the whole table; outcome is null while there is none",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ItemPage.class)),
                @Content(
                        mediaType = Csv.MEDIA_TYPE,
                        schema = @Schema(type = SchemaType.STRING, examples = Csv.ITEMS_EXAMPLE))
            })
    @APIResponse(responseCode = "404", description = "not-found")
    public Response items(
            @PathParam("id") UUID id,
            @QueryParam("outcome") @Nullable Outcome outcome,
            @Valid @BeanParam PageQuery page,
            @Context Request request) {
        Optional<Outcome> wanted = Optional.ofNullable(outcome);
        MediaType type = request.selectVariant(TYPES).getMediaType();
        return Csv.TYPE.isCompatible(type) ? table(id, wanted) : page(id, wanted, page);
    }

    private Response page(UUID id, Optional<Outcome> outcome, PageQuery page) {
        int after =
                page.after(ITEMS, place -> Integer.valueOf(place.getFirst())).orElse(0);
        Page<Item> items = page.page(
                readBatches.items(caller.id(), id, outcome, after, page.rows()),
                ITEMS,
                each -> List.of(Integer.toString(each.position())),
                each -> each);
        return Response.ok(items, MediaType.APPLICATION_JSON_TYPE).build();
    }

    private Response table(UUID id, Optional<Outcome> outcome) {
        List<Item> items = readBatches.items(caller.id(), id, outcome, 0, Integer.MAX_VALUE);
        return Response.ok(Csv.of(items), Csv.TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"invitations-" + id + ".csv\"")
                .build();
    }

    /** For the description alone. */
    @Schema(name = "PageBatchItem")
    private record ItemPage(List<Item> items, @Nullable String next) {}
}
