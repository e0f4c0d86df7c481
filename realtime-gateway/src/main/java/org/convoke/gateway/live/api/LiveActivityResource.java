package org.convoke.gateway.live.api;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.convoke.doors.Caller;
import org.convoke.gateway.live.Activity;
import org.convoke.gateway.live.LiveActivity;
import org.convoke.gateway.live.Told;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What the caller is doing in a group, as groups-service hands it on; see ADR 11. */
@Path("/api/v1/live-activity")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Live activity")
public class LiveActivityResource {

    private final LiveActivity live;
    private final Caller caller;

    LiveActivityResource(LiveActivity live, Caller caller) {
        this.live = live;
        this.caller = caller;
    }

    /** In which group, and what. */
    @Schema(name = "SaidActivity")
    public record Said(@NotNull UUID groupId, Activity.@NotNull Kind kind) {}

    @POST
    @Operation(
            operationId = "passOnLiveActivity",
            summary = "The caller looks at a group, types in it or stops; its connected members are told")
    @APIResponse(
            responseCode = "202",
            description = "Passed on, or dropped where it came within two seconds of the last")
    @APIResponse(responseCode = "404", description = "`not-found`: no such group, or no member of it")
    public Uni<RestResponse<Void>> tell(@NotNull @Valid Said said) {
        String user = caller.id();
        return Uni.createFrom()
                .completionStage(live.tell(user, new Activity(said.groupId(), user, said.kind()))
                        .toCompletionStage())
                .map(LiveActivityResource::answer);
    }

    private static RestResponse<Void> answer(Told told) {
        return switch (told) {
            case Told.PassedOn passedOn -> RestResponse.accepted();
            case Told.TooSoon tooSoon -> RestResponse.accepted();
            case Told.NotAMember notAMember -> throw new NotFoundException();
        };
    }
}
