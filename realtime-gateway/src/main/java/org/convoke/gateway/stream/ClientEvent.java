package org.convoke.gateway.stream;

import java.util.UUID;

/**
 * An event as a client sees it.
 *
 * @param id the same whenever it is derived from the same fact, so that a repeat is known
 * @param time RFC 3339
 * @param payload a JSON object
 * @param leaver who may hear nothing from this entry on, itself included; empty for nobody
 */
public record ClientEvent(UUID id, String name, String time, String payload, String leaver) {

    public static final String GROUP_DELETED = "group:deleted";

    /** Whether nothing can come behind it: the group is gone. */
    public boolean endsItsStream() {
        return name.equals(GROUP_DELETED);
    }
}
