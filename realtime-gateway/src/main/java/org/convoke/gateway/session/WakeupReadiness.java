package org.convoke.gateway.session;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready is a pod that can be woken. */
@Readiness
@ApplicationScoped
class WakeupReadiness implements HealthCheck {

    private final WakeupListener listener;

    WakeupReadiness(WakeupListener listener) {
        this.listener = listener;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("wake-ups").status(listener.hears()).build();
    }
}
