package org.convoke.invitations.batch;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

/** The right of one worker to give the next outcomes of a batch; when it has lapsed, another takes its place. */
@Embeddable
record Lease(
        @Column(name = "lease_id") UUID id,
        @Column(name = "leased_until") Instant until) {}
