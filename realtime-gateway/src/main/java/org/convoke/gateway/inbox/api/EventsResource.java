package org.convoke.gateway.inbox.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.convoke.doors.Caller;
import org.convoke.doors.Invalid;
import org.convoke.doors.Problem;
import org.convoke.gateway.stream.ClientEvent;
import org.convoke.gateway.stream.Cursor;
import org.convoke.gateway.stream.Opened;
import org.convoke.gateway.stream.Page;
import org.convoke.gateway.stream.StreamEntry;
import org.convoke.gateway.stream.StreamName;
import org.convoke.gateway.stream.Streams;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The events of a stream for a client whose socket is down: the same ones, in the same order, with the same cursors. */
@Path("/api/v1/events")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events")
public class EventsResource {

    private final Streams streams;
    private final Caller caller;

    EventsResource(Streams streams, Caller caller) {
        this.streams = streams;
        this.caller = caller;
    }

    /** An event as {@code evt} of gw.v1 carries it. */
    @Schema(name = "StreamEvent")
    public record Event(
            String n,
            String ch,
            long s,
            String cur,
            String ts,

            @JsonRawValue @Schema(type = SchemaType.OBJECT, additionalProperties = Schema.True.class)
            String p) {}

    /** {@code cursor} is where to go on. */
    @Schema(name = "StreamEvents")
    public record Events(List<Event> items, String cursor) {}

    @GET
    @Operation(
            operationId = "readEvents",
            summary = "The events behind a cursor",
            description = "Of the caller's inbox, or of the channel `ch` (`public`, `g:<groupId>`). Without a cursor"
                    + " only the cursor of the newest event is answered, to go on from.")
    public Uni<Events> events(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("ch") @Nullable String channel,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(300) int limit) {
        StreamName stream = stream(channel);
        return cursor == null ? top(stream) : behind(stream, position(cursor), limit);
    }

    private Uni<Events> behind(StreamName stream, Cursor cursor, int limit) {
        return uni(streams.read(stream, caller.id(), cursor, limit)).map(page -> switch (page) {
            case Page.Of(List<StreamEntry> entries) -> events(stream, cursor, entries);
            case Page.Reset(String reason) -> throw expired(reason);
            case Page.Forbidden forbidden -> throw notFound();
        });
    }

    private Uni<Events> top(StreamName stream) {
        return uni(streams.look(stream, caller.id())).map(opened -> switch (opened) {
            case Opened.At at -> new Events(List.of(), at.top().toString());
            case Opened.Reset reset -> new Events(List.of(), reset.top().toString());
            case Opened.Forbidden forbidden -> throw notFound();
        });
    }

    private StreamName stream(@Nullable String channel) {
        if (channel == null) {
            return StreamName.inbox(caller.id());
        }
        return StreamName.parse(channel)
                .filter(name -> name.isGroup() || name.equals(StreamName.PUBLIC) || name.isInboxOf(caller.id()))
                .orElseThrow(EventsResource::notFound);
    }

    private static Events events(StreamName stream, Cursor cursor, List<StreamEntry> entries) {
        List<Event> items = entries.stream().map(entry -> event(stream, entry)).toList();
        return new Events(
                items, entries.isEmpty() ? cursor.toString() : items.getLast().cur());
    }

    private static Event event(StreamName stream, StreamEntry entry) {
        ClientEvent event = entry.event();
        return new Event(
                event.name(), stream.value(), entry.seq(), entry.cursor().toString(), event.time(), event.payload());
    }

    private static Cursor position(String cursor) {
        return Cursor.parse(cursor).orElseThrow(() -> new Invalid("cursor", "is not a cursor of a stream"));
    }

    private static WebApplicationException expired(String reason) {
        return new WebApplicationException(Problem.of(
                        410,
                        "cursor-expired",
                        "The events behind this cursor are not whole any more: fetch your state.")
                .with("reason", reason)
                .response());
    }

    private static WebApplicationException notFound() {
        return new WebApplicationException(Problem.notFound().response());
    }

    private static <T> Uni<T> uni(Future<T> future) {
        return Uni.createFrom().completionStage(future::toCompletionStage);
    }
}
