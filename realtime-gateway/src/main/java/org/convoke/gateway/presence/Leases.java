package org.convoke.gateway.presence;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.convoke.gateway.delivery.Pod;

/** The lease of this pod, as something to be given. */
class Leases {

    @Produces
    @Singleton
    Lease lease(Records records, Pod pod, PresenceConfig config) {
        return new Lease(records, pod.id(), config.lease());
    }
}
