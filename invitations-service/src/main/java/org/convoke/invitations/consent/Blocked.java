package org.convoke.invitations.consent;

import java.util.UUID;

/** From whom, or to what, somebody wants no invitations. */
public sealed interface Blocked {

    /** As it is stored, beside the kind. */
    String id();

    /** Any invitation by that person. */
    record User(String id) implements Blocked {}

    /** Any invitation to that group. */
    record Group(UUID groupId) implements Blocked {
        @Override
        public String id() {
            return groupId.toString();
        }
    }

    static Blocked of(String kind, String id) {
        return kind.equals("USER") ? new User(id) : new Group(UUID.fromString(id));
    }

    default String kind() {
        return switch (this) {
            case User user -> "USER";
            case Group group -> "GROUP";
        };
    }
}
