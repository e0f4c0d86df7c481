package org.convoke.events;

import static java.util.Objects.requireNonNull;

/** What is told about one person. */
public sealed interface PersonEvent extends DomainEvent {

    String userId();

    /** A service was called by somebody, so named in her token; groups-service has her in the directory from then on. */
    record PersonMet(String userId, String username, String name) implements PersonEvent {
        public PersonMet {
            requireNonNull(userId, "userId");
            requireNonNull(username, "username");
            requireNonNull(name, "name");
        }
    }

    /** She wants to be forgotten: whoever keeps anything about her deletes it. */
    record PersonErased(String userId) implements PersonEvent {
        public PersonErased {
            requireNonNull(userId, "userId");
        }
    }
}
