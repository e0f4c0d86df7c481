package org.convoke.events;

import java.util.Arrays;
import java.util.Optional;

/** The Kafka topics of Convoke and how each keeps its records. */
public enum Topic {
    GROUPS("convoke.groups", false),
    MEMBERSHIPS("convoke.memberships", true),
    INVITATIONS("convoke.invitations", false),
    PEOPLE("convoke.people", false),
    DEAD_LETTERS("convoke.dead-letters", false);

    private final String topicName;
    private final boolean compacted;

    Topic(String topicName, boolean compacted) {
        this.topicName = topicName;
        this.compacted = compacted;
    }

    public String topicName() {
        return topicName;
    }

    public boolean isCompacted() {
        return compacted;
    }

    public static Optional<Topic> named(String topicName) {
        return Arrays.stream(values())
                .filter(topic -> topic.topicName.equals(topicName))
                .findFirst();
    }
}
