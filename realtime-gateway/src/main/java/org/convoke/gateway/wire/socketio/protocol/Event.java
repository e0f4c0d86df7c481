package org.convoke.gateway.wire.socketio.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * What a client has emitted.
 *
 * @param arguments with a {@link com.fasterxml.jackson.databind.node.BinaryNode} for each attachment
 * @param acknowledgement empty where the client waits for none
 */
public record Event(String name, List<JsonNode> arguments, Optional<Acknowledgement> acknowledgement) {

    /** Calls the client's callback. */
    @FunctionalInterface
    public interface Acknowledgement {

        /**
         * Calls it with the arguments; only the first time. From any thread.
         *
         * @return false when too much waits for the client already
         */
        boolean with(List<? extends JsonNode> arguments);
    }
}
