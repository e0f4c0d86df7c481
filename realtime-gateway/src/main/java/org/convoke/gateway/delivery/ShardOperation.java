package org.convoke.gateway.delivery;

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

    /** An entry at the end of a stream; {@code notifies} makes it a notification of the inbox. */
    record Append(StreamName home, ClientEvent event, boolean notifies) implements ShardOperation {
        @Override
        public List<String> arguments() {
            return List.of(
                    "A",
                    home.value(),
                    event.id().toString(),
                    event.name(),
                    event.time(),
                    event.payload(),
                    notifies ? "1" : "0",
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
        @Override
        public StreamName home() {
            return StreamName.group(groupId);
        }

        @Override
        public List<String> arguments() {
            return List.of(rebuilt ? "B" : "S", groupId.toString(), userId, role, Long.toString(seq));
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
}
