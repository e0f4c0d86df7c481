package org.convoke.invitations.person.api;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.convoke.doors.Caller;
import org.convoke.invitations.person.MeetPerson;

/** Meets every caller who is a person; services, known by their roles, are none. */
@Provider
public class Acquaintance implements ContainerRequestFilter {

    private static final Set<String> SERVICE_ROLES = Set.of("membership:write", "people:write");

    private final MeetPerson meetPerson;
    private final SecurityIdentity identity;
    private final Caller caller;

    public Acquaintance(MeetPerson meetPerson, SecurityIdentity identity, Caller caller) {
        this.meetPerson = meetPerson;
        this.identity = identity;
        this.caller = caller;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!identity.isAnonymous() && identity.getRoles().stream().noneMatch(SERVICE_ROLES::contains)) {
            meetPerson.meet(caller.id(), caller.username(), caller.name());
        }
    }
}
