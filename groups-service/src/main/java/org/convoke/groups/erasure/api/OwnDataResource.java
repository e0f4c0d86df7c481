package org.convoke.groups.erasure.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Map;
import org.convoke.doors.Caller;
import org.convoke.groups.erasure.AskErasure;
import org.convoke.groups.erasure.PersonalData;
import org.convoke.groups.person.People;
import org.convoke.groups.person.api.PersonView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** What a person may demand for herself: all that is kept about her, and that it is kept no more. */
@Path("/api/v1/people")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class OwnDataResource {

    private final People people;
    private final PersonalData data;
    private final AskErasure askErasure;
    private final ObjectMapper json;
    private final Caller caller;

    public OwnDataResource(People people, PersonalData data, AskErasure askErasure, ObjectMapper json, Caller caller) {
        this.people = people;
        this.data = data;
        this.askErasure = askErasure;
        this.json = json;
        this.caller = caller;
    }

    @GET
    @Path("/me/export")
    @Authenticated
    @Operation(operationId = "exportOwnData", summary = "All that is kept here about the caller, to take away")
    @APIResponse(
            responseCode = "200",
            description = "Each under the name that the section has",
            content = @Content(schema = @Schema(implementation = OwnData.class)))
    @APIResponse(responseCode = "404", description = "`not-found`: she is being forgotten at this moment")
    public RestResponse<StreamingOutput> export() {
        PersonView person =
                people.findByIdOptional(caller.id()).map(PersonView::of).orElseThrow(NotFoundException::new);
        return ResponseBuilder.<StreamingOutput>ok(new Export(person, data, json))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"convoke-groups.json\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @DELETE
    @Path("/me")
    @Authenticated
    @Operation(
            operationId = "eraseOwnData",
            summary = "Forget the caller",
            description = "She leaves all groups, where she is the last owner the longest-standing of the highest role"
                    + " succeeds her, a group of her alone is deleted, what she asked for is withdrawn, and her id and"
                    + " names are taken out of what is kept; bans of her stay. It is carried out within seconds; what"
                    + " she does until then is forgotten too, and if she calls later she is somebody new.")
    @APIResponse(responseCode = "202", description = "Under way, now or since an earlier call")
    public RestResponse<Void> erase() {
        askErasure.ask(caller.id());
        return RestResponse.accepted();
    }

    /** For the description alone: {@link Export} writes it. */
    private record OwnData(
            PersonView person,
            List<Map<String, Object>> memberships,
            List<Map<String, Object>> joinRequests,
            List<Map<String, Object>> bans,
            List<Map<String, Object>> acceptedInvitations,
            List<Map<String, Object>> activity,
            List<Map<String, Object>> audit) {}
}
