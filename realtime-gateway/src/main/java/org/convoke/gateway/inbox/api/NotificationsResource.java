package org.convoke.gateway.inbox.api;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.convoke.doors.Caller;
import org.convoke.doors.Cursors;
import org.convoke.doors.Invalid;
import org.convoke.doors.Page;
import org.convoke.doors.PageQuery;
import org.convoke.gateway.inbox.Counts;
import org.convoke.gateway.inbox.Inbox;
import org.convoke.gateway.inbox.Mark;
import org.convoke.gateway.inbox.Notification;
import org.convoke.gateway.stream.Cursor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The caller's notifications: unseen, unread, and what she does with them. */
@Path("/api/v1/notifications")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Notifications")
public class NotificationsResource {

    private static final Cursors PLACES = new Cursors("notifications", 1);

    private final Inbox inbox;
    private final Caller caller;

    NotificationsResource(Inbox inbox, Caller caller) {
        this.inbox = inbox;
        this.caller = caller;
    }

    /** {@code upTo} is a cursor of the inbox, as events and notifications carry it. */
    @Schema(name = "SeenMark")
    public record Seen(String upTo) {}

    /** Either some, by their ids, or all up to a cursor. */
    @Schema(name = "ReadMark")
    public record Read(
            @Nullable List<@NotNull UUID> ids, @Nullable String upTo) {}

    @GET
    @Operation(operationId = "listNotifications", summary = "The notifications, newest first")
    public Uni<Page<Notification>> list(
            @QueryParam("state")
                    @DefaultValue("all")
                    @Parameter(
                            schema =
                                    @Schema(
                                            enumeration = {"unseen", "unread", "all"},
                                            defaultValue = "all"))
                    String state,
            @Valid @BeanParam PageQuery page) {
        long before =
                page.after(PLACES, place -> Long.parseLong(place.getFirst())).orElse(Long.MAX_VALUE);
        return uni(inbox.list(caller.id(), state(state), before, page.rows()))
                .map(read -> page.page(read, PLACES, NotificationsResource::place, each -> each));
    }

    @GET
    @Path("/summary")
    @Operation(operationId = "countNotifications", summary = "How many are unseen and unread")
    public Uni<Counts> summary() {
        return uni(inbox.counts(caller.id()));
    }

    @POST
    @Path("/seen")
    @Operation(operationId = "markSeen", summary = "Everything up to a position was seen")
    public Uni<Counts> seen(@NotNull @Valid Seen seen) {
        return marked(new Mark.SeenUpTo(position(seen.upTo())));
    }

    @POST
    @Path("/read")
    @Operation(operationId = "markRead", summary = "Some, or everything up to a position, was read")
    public Uni<Counts> read(@NotNull @Valid Read read) {
        if ((read.ids() == null) == (read.upTo() == null)) {
            throw new Invalid("ids", "either ids or upTo is needed");
        }
        if (read.ids() != null && (read.ids().isEmpty() || read.ids().size() > 100)) {
            throw new Invalid("ids", "1 to 100 ids");
        }
        return marked(read.ids() == null ? new Mark.ReadUpTo(position(read.upTo())) : new Mark.Read(read.ids()));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "deleteNotification",
            summary = "The notification is taken off the list; once it is off, nothing more happens")
    public Uni<Void> delete(UUID id) {
        return uni(inbox.mark(caller.id(), new Mark.Deleted(id))).replaceWithVoid();
    }

    private Uni<Counts> marked(Mark mark) {
        String user = caller.id();
        return uni(inbox.mark(user, mark).compose(found -> inbox.counts(user)));
    }

    private static Cursor position(@Nullable String upTo) {
        return Optional.ofNullable(upTo)
                .flatMap(Cursor::parse)
                .orElseThrow(() -> new Invalid("upTo", "is not a cursor of the inbox"));
    }

    private static List<String> place(Notification last) {
        return List.of(
                Long.toString(Cursor.parse(last.cursor()).map(Cursor::seq).orElse(0L)));
    }

    private static Inbox.State state(String name) {
        for (Inbox.State state : Inbox.State.values()) {
            if (state.name().toLowerCase(Locale.ROOT).equals(name)) {
                return state;
            }
        }
        throw new Invalid("state", "is one of unseen, unread, all");
    }

    private static <T> Uni<T> uni(Future<T> future) {
        return Uni.createFrom().completionStage(future::toCompletionStage);
    }
}
