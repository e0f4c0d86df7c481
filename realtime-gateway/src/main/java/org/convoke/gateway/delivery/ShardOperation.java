package org.convoke.gateway.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.convoke.gateway.stream.ClientEvent;
import org.convoke.gateway.stream.StreamName;

/** What a fact changes in one shard of Redis; carried out in order by {@code append.lua}. */
sealed interface ShardOperation {

    /** The stream whose shard it belongs to. */
    StreamName home();

    /** Its arguments to the script, behind the Kafka offset. */
    List<String> arguments();

    /** An entry at the end of a stream. */
    record Append(StreamName home, ClientEvent event, Attention attention) implements ShardOperation {
        @Override
        public List<String> arguments() {
            return List.of(
                    "A",
                    home.value(),
                    event.id().toString(),
                    event.name(),
                    event.time(),
                    event.payload(),
                    attention.argument(),
                    event.leaver());
        }
    }

    /** The rest of the fact counts only if the group has not had {@code seq} yet. */
    record Guard(UUID groupId, long seq) implements ShardOperation {
        @Override
        public StreamName home() {
            return StreamName.group(groupId);
        }

        @Override
        public List<String> arguments() {
            return List.of("G", groupId.toString(), Long.toString(seq));
        }
    }

    /** Somebody's seat in the group; an empty role takes it away. {@code rebuilt}: as the compacted topic tells it. */
    record Seat(UUID groupId, String userId, String role, long seq, boolean rebuilt) implements ShardOperation {

        static final String NO_ROLE = "";

        @Override
        public StreamName home() {
            return StreamName.group(groupId);
        }

        @Override
        public List<String> arguments() {
            return List.of(rebuilt ? "B" : "S", groupId.toString(), userId, role, Long.toString(seq));
        }
    }

    /** Another role in a seat that somebody has already; what she may read stays the same. */
    record Role(UUID groupId, String userId, String role, long seq) implements ShardOperation {
        @Override
        public StreamName home() {
            return StreamName.group(groupId);
        }

        @Override
        public List<String> arguments() {
            return List.of("R", groupId.toString(), userId, role, Long.toString(seq));
        }
    }

    /** The group in the person's own list of groups; an empty role takes it off. */
    record Listing(String userId, UUID groupId, String role, long seq) implements ShardOperation {
        @Override
        public StreamName home() {
            return StreamName.inbox(userId);
        }

        @Override
        public List<String> arguments() {
            return List.of("I", userId, groupId.toString(), role, Long.toString(seq));
        }
    }

    /** The group's stream has had its last entry, and nobody is a member any more. */
    record Closing(UUID groupId) implements ShardOperation {
        @Override
        public StreamName home() {
            return StreamName.group(groupId);
        }

        @Override
        public List<String> arguments() {
            return List.of("X", groupId.toString());
        }
    }

    /** Whether the group may be read of in the stream that everybody reads. */
    record Showing(UUID groupId, boolean shown) implements ShardOperation {
        @Override
        public StreamName home() {
            return StreamName.PUBLIC;
        }

        @Override
        public List<String> arguments() {
            return List.of("V", groupId.toString(), shown ? "1" : "0");
        }
    }

    /** All that is kept for the person is deleted, and what happened up to then does not come back. */
    record Erasure(String userId, Instant time) implements ShardOperation {
        @Override
        public StreamName home() {
            return StreamName.inbox(userId);
        }

        @Override
        public List<String> arguments() {
            return List.of("E", userId, time.toString());
        }
    }

    /**
     * An invitation between the person and another is pending until it expires, or is over: while one is, they may see
     * each other's presence.
     *
     * @param expiry in ms, 0 once it is over
     */
    record Acquaintance(String userId, String other, UUID invitationId, long expiry, Instant time)
            implements ShardOperation {
        @Override
        public StreamName home() {
            return StreamName.inbox(userId);
        }

        @Override
        public List<String> arguments() {
            return List.of("P", userId, other, invitationId.toString(), Long.toString(expiry), time.toString());
        }
    }
}
