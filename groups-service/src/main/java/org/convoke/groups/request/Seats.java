package org.convoke.groups.request;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** All seats that invitations have led to. */
@ApplicationScoped
public class Seats implements PanacheRepositoryBase<Seat, UUID> {

    public Optional<Seat> of(UUID invitationId, String userId) {
        return find("invitationId = ?1 and userId = ?2", invitationId, userId).firstResultOptional();
    }
}
