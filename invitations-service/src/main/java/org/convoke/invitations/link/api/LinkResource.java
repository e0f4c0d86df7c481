package org.convoke.invitations.link.api;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.convoke.invitations.link.CreateLink;
import org.convoke.invitations.link.LinkSnapshot;
import org.convoke.invitations.link.ReadLinks;
import org.convoke.invitations.link.RevokeLink;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** What the admins of a group do with its links. */
@Path(LinkResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class LinkResource {

    static final String PATH = "/api/v1/invitation-links";

    private static final Cursors CURSORS = new Cursors("links", 1);

    private final CreateLink createLink;
    private final LinkCreation creation;
    private final ReadLinks readLinks;
    private final RevokeLink revokeLink;
    private final Caller caller;

    LinkResource(
            CreateLink createLink, LinkCreation creation, ReadLinks readLinks, RevokeLink revokeLink, Caller caller) {
        this.createLink = createLink;
        this.creation = creation;
        this.readLinks = readLinks;
        this.revokeLink = revokeLink;
        this.caller = caller;
    }

    @POST
    @Authenticated
    @Operation(
            operationId = "createLink",
            summary = "Make a link that admits whoever knows its code; admins of the group only")
    @APIResponse(
            responseCode = "201",
            description = "The new link with its code, which is never shown again",
            content = @Content(schema = @Schema(implementation = LinkSnapshot.class)))
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found: the group")
    @APIResponse(responseCode = "409", description = "archived, too-many-links")
    public RestResponse<LinkSnapshot> create(@NotNull @Valid NewLink body) {
        createLink.mustBeAllowed(body.groupId(), caller.id());
        return creation.once(body);
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "listLinks",
            summary = "The links of a group, newest first, without their codes; admins of the group only")
    @APIResponse(responseCode = "200", description = "Also those that were revoked, have expired or are used up")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found: the group")
    public Page<LinkSnapshot> list(@QueryParam("groupId") @NotNull UUID groupId, @Valid @BeanParam PageQuery page) {
        List<LinkSnapshot> read = readLinks.list(
                groupId, caller.id(), page.after(CURSORS, place -> UUID.fromString(place.getFirst())), page.rows());
        return page.page(read, CURSORS, each -> List.of(each.id().toString()), each -> each);
    }

    @DELETE
    @Path("/{link}")
    @Authenticated
    @Operation(
            operationId = "revokeLink",
            summary = "Revoke a link; revoking it again changes nothing; admins of the group only")
    @APIResponse(responseCode = "204", description = "It admits nobody any more")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found: the link or its group")
    public void revoke(@Parameter(description = "The link's id") @PathParam("link") UUID link) {
        revokeLink.revoke(link, caller.id());
    }
}
