package org.convoke.groups.person.api;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.convoke.doors.Caller;
import org.convoke.doors.Cursors;
import org.convoke.doors.Invalid;
import org.convoke.doors.Page;
import org.convoke.doors.PageQuery;
import org.convoke.doors.Text;
import org.convoke.groups.person.People;
import org.convoke.groups.person.Person;
import org.convoke.groups.person.SyncPerson;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Finding people, and the host's user sync. */
@Path("/api/v1/people")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PersonResource {

    private static final Cursors CURSORS = new Cursors("people", 2);
    private static final int MOST_IDS = 100;

    private final People people;
    private final SyncPerson syncPerson;
    private final Caller caller;

    public PersonResource(People people, SyncPerson syncPerson, Caller caller) {
        this.people = people;
        this.syncPerson = syncPerson;
        this.caller = caller;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "findPeople",
            summary = "People by the beginnings of their names, or by up to 100 ids with commas between")
    public Page<PersonView> find(
            @QueryParam("query") @Text(min = 1, max = 100) @Nullable String query,
            @QueryParam("ids") @Nullable String ids,
            @Valid @BeanParam PageQuery page) {
        if (ids != null) {
            return Page.whole(
                    people.withIds(several(ids)).stream().map(PersonView::of).toList());
        }
        if (query == null) {
            throw new Invalid("query", "or ids must be given");
        }
        List<Person> found = people.search(query, page.after(CURSORS, PersonResource::place), page.rows());
        return page.page(found, CURSORS, person -> List.of(person.folded(), person.id()), PersonView::of);
    }

    @GET
    @Path("/me")
    @Authenticated
    @Operation(operationId = "getMe", summary = "Who the caller is")
    public PersonView me() {
        return people.findByIdOptional(caller.id()).map(PersonView::of).orElseThrow(NotFoundException::new);
    }

    @PUT
    @Path("/{u}")
    @RolesAllowed("people:write")
    @Operation(operationId = "putPerson", summary = "The host tells of a person")
    public PersonView put(
            @PathParam("u") @Text(min = 1, max = 255) String user, @NotNull @Valid PersonDetails details) {
        return PersonView.of(syncPerson.sync(user, details.username(), details.name(), details.picture()));
    }

    private static List<String> several(String ids) {
        List<String> several = Arrays.stream(ids.split(","))
                .filter(id -> !id.isBlank())
                .distinct()
                .toList();
        if (several.size() > MOST_IDS) {
            throw new Invalid("ids", "must be at most " + MOST_IDS);
        }
        return several;
    }

    private static People.Place place(List<String> cursor) {
        return new People.Place(cursor.getFirst(), cursor.getLast());
    }
}
