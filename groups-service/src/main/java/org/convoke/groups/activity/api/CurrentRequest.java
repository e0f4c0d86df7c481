package org.convoke.groups.activity.api;

import jakarta.enterprise.context.ApplicationScoped;
import org.convoke.doors.RequestId;
import org.convoke.groups.activity.Cause;
import org.jspecify.annotations.Nullable;

/** The request at the door. */
@ApplicationScoped
class CurrentRequest implements Cause {

    private final RequestId id;

    CurrentRequest(RequestId id) {
        this.id = id;
    }

    @Override
    public @Nullable String requestId() {
        return id.value();
    }
}
