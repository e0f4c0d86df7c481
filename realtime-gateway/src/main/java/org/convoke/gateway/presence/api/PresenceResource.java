package org.convoke.gateway.presence.api;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.convoke.doors.Caller;
import org.convoke.doors.Problem;
import org.convoke.gateway.presence.Choice;
import org.convoke.gateway.presence.People;
import org.convoke.gateway.session.Presence;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is here, for a client without a socket or before its first frame. */
@Path("/api/v1/presence")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Presence")
public class PresenceResource {

    private static final int MOST = 200;
    private static final int LONGEST_ID = 256;

    private final People people;
    private final Caller caller;

    PresenceResource(People people, Caller caller) {
        this.people = people;
        this.caller = caller;
    }

    @Schema(name = "PresenceQuery")
    public record Query(@NotNull @Size(max = MOST) List<@NotNull @Size(min = 1, max = LONGEST_ID) String> userIds) {}

    @Schema(name = "PresenceList")
    public record Found(List<Presence> items) {}

    /** {@code items} is empty for a group that is too large to tell one by one. */
    @Schema(name = "GroupPresence")
    public record OfGroup(List<Presence> items, int online, int members) {}

    @Schema(name = "ChosenPresence")
    public record Chosen(@NotNull Choice state) {}

    @POST
    @Path("/query")
    @Operation(
            operationId = "queryPresence",
            summary = "The presence of people",
            description = "Whom the caller may not see is OFFLINE without `lastSeen`, like somebody who is not there.")
    public Uni<Found> query(@NotNull @Valid Query query) {
        return uni(people.seenBy(caller.id(), new LinkedHashSet<>(query.userIds())))
                .map(Found::new);
    }

    @GET
    @Path("/groups/{group}")
    @Operation(
            operationId = "getGroupPresence",
            summary = "The presence of a group's members",
            description = "Of a large group only how many are here.")
    public Uni<OfGroup> group(UUID group) {
        return uni(people.ofGroup(caller.id(), group))
                .map(found -> found.map(each -> new OfGroup(each.members(), each.online(), each.memberCount()))
                        .orElseThrow(() ->
                                new WebApplicationException(Problem.notFound().response())));
    }

    @GET
    @Path("/me")
    @Operation(operationId = "getOwnPresence", summary = "The caller's own presence, which others may see as OFFLINE")
    public Uni<Presence> me() {
        return own(caller.id());
    }

    @PUT
    @Path("/me")
    @Operation(
            operationId = "chooseOwnPresence",
            summary = "How the caller appears on all devices, until she chooses otherwise")
    public Uni<Presence> choose(@NotNull @Valid Chosen chosen) {
        String user = caller.id();
        return uni(people.choose(user, chosen.state())).chain(() -> own(user));
    }

    private Uni<Presence> own(String user) {
        return uni(people.seenBy(user, List.of(user))).map(List::getFirst);
    }

    private static <T> Uni<T> uni(Future<T> future) {
        return Uni.createFrom().completionStage(future::toCompletionStage);
    }
}
