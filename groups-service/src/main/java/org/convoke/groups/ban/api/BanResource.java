package org.convoke.groups.ban.api;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.convoke.doors.Caller;
import org.convoke.doors.Cursors;
import org.convoke.doors.Page;
import org.convoke.doors.PageQuery;
import org.convoke.doors.Text;
import org.convoke.groups.ban.BanPerson;
import org.convoke.groups.ban.Bans;
import org.convoke.groups.ban.LiftBan;
import org.convoke.groups.ban.ListBans;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Keeping people out of a group, for its moderators. */
@Path("/api/v1/groups/{g}/bans")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class BanResource {

    private static final Cursors CURSORS = new Cursors("bans", 2);

    private final ListBans listBans;
    private final BanPerson banPerson;
    private final LiftBan liftBan;
    private final Caller caller;

    public BanResource(ListBans listBans, BanPerson banPerson, LiftBan liftBan, Caller caller) {
        this.listBans = listBans;
        this.banPerson = banPerson;
        this.liftBan = liftBan;
        this.caller = caller;
    }

    @GET
    @Authenticated
    @Operation(operationId = "listBans", summary = "The bans that stand, the newest first")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "403", description = "`forbidden`: for moderators")
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Page<BanView> list(@PathParam("g") UUID group, @Valid @BeanParam PageQuery page) {
        Bans.Wanted wanted = new Bans.Wanted(group, page.after(CURSORS, BanResource::place), page.rows());
        return page.page(
                listBans.list(caller.id(), wanted),
                CURSORS,
                ban -> List.of(ban.bannedAt().toString(), ban.userId()),
                BanView::of);
    }

    @PUT
    @Path("/{u}")
    @Authenticated
    @Operation(
            operationId = "banPerson",
            summary = "Ban a person: a member is removed, and nobody lets her in before the ban ends")
    @APIResponse(
            responseCode = "201",
            description = "Banned now",
            content = @Content(schema = @Schema(implementation = BanView.class)))
    @APIResponse(responseCode = "200", description = "Banned already; reason and end are as given now")
    @APIResponse(responseCode = "403", description = "`forbidden`: for moderators; `outranked`")
    @APIResponse(responseCode = "404", description = "`not-found`; `unknown-person`")
    @APIResponse(responseCode = "409", description = "`archived`")
    public RestResponse<BanView> ban(
            @PathParam("g") UUID group,
            @PathParam("u") @Text(min = 1, max = 255) String user,
            @NotNull @Valid BanRequest body) {
        BanPerson.Banned banned = banPerson.ban(group, caller.id(), user, body.sentence());
        return RestResponse.status(banned.isNew() ? Status.CREATED : Status.OK, BanView.of(banned.ban()));
    }

    @DELETE
    @Path("/{u}")
    @Authenticated
    @Operation(operationId = "liftBan", summary = "Lift a ban; nothing happens where none stands")
    @APIResponse(responseCode = "204", description = "No ban stands")
    @APIResponse(responseCode = "403", description = "`forbidden`: for moderators")
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "409", description = "`archived`")
    public void lift(@PathParam("g") UUID group, @PathParam("u") @Text(min = 1, max = 255) String user) {
        liftBan.lift(group, caller.id(), user);
    }

    private static Bans.Place place(List<String> cursor) {
        return new Bans.Place(Instant.parse(cursor.getFirst()), cursor.getLast());
    }
}
