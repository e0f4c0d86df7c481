package org.convoke.groups.activity.api;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.convoke.doors.Caller;
import org.convoke.doors.Cursors;
import org.convoke.doors.Page;
import org.convoke.doors.PageQuery;
import org.convoke.doors.Text;
import org.convoke.events.Activity;
import org.convoke.groups.activity.ActivityEntry;
import org.convoke.groups.activity.Audit;
import org.convoke.groups.activity.ReadActivity;
import org.convoke.groups.activity.ReadAudit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What happened in a group. */
@Path("/api/v1/groups/{g}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ActivityResource {

    private static final Cursors FEED = new Cursors("activity", 1);
    private static final Cursors AUDIT = new Cursors("audit", 1);

    private final ReadActivity readActivity;
    private final ReadAudit readAudit;
    private final Caller caller;

    public ActivityResource(ReadActivity readActivity, ReadAudit readAudit, Caller caller) {
        this.readActivity = readActivity;
        this.readAudit = readAudit;
        this.caller = caller;
    }

    @GET
    @Path("/activity")
    @Authenticated
    @Operation(
            operationId = "listActivity",
            summary = "What happened in a group, the newest first, for those who may see its members")
    @APIResponse(responseCode = "200", description = "A page of it")
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Page<Activity> activity(@PathParam("g") UUID group, @Valid @BeanParam PageQuery page) {
        return page.page(
                readActivity.read(caller.id(), group, before(page, FEED), page.rows()),
                FEED,
                entry -> List.of(Long.toString(entry.seq())),
                ActivityEntry::activity);
    }

    @GET
    @Path("/audit")
    @Authenticated
    @Operation(operationId = "listAudit", summary = "Who did what in a group, the newest first, for its admins")
    @APIResponse(responseCode = "200", description = "A page of it")
    @APIResponse(responseCode = "403", description = "`forbidden`: for admins")
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Page<AuditView> audit(
            @PathParam("g") UUID group,
            @QueryParam("kind") @Pattern(regexp = "[A-Z_]{1,64}") @Nullable String kind,
            @QueryParam("actorId") @Text(min = 1, max = 255) @Nullable String actor,
            @Valid @BeanParam PageQuery page) {
        Audit.Wanted wanted = new Audit.Wanted(group, kind, actor, before(page, AUDIT), page.rows());
        return page.page(
                readAudit.read(caller.id(), wanted),
                AUDIT,
                entry -> List.of(Long.toString(entry.seq())),
                AuditView::of);
    }

    private static long before(PageQuery page, Cursors cursors) {
        return page.after(cursors, place -> Long.parseLong(place.getFirst())).orElse(Long.MAX_VALUE);
    }
}
