package org.convoke.groups.membership;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All seats that invitations have led to. */
@ApplicationScoped
public class Seats implements PanacheRepositoryBase<Seat, UUID> {}
