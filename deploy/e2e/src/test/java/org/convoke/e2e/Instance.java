package org.convoke.e2e;

import org.convoke.local.Ports;

/** One of the two instances of groups-service and invitations-service; each of these asks the other of its own pair. */
public enum Instance {
    FIRST(0),
    SECOND(10);

    private final int shift;

    Instance(int shift) {
        this.shift = shift;
    }

    public Instance other() {
        return this == FIRST ? SECOND : FIRST;
    }

    Ports ports() {
        return new Ports(Running.ports().offset() + shift);
    }

    String address(String path) {
        String segment = path.split("[/?]")[1];
        return switch (segment) {
                    case "groups", "people", "join-requests" -> ports().groupsUrl();
                    case "invitations",
                            "invitation-batches",
                            "invitation-links",
                            "invitation-settings",
                            "invitation-blocks" -> ports().invitationsUrl();
                    default -> throw new IllegalArgumentException("No service answers " + path);
                }
                + "/api/v1" + path;
    }
}
