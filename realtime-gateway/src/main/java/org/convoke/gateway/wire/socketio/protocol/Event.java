package org.convoke.gateway.wire.socketio.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a client has emitted.
 *
 * @param arguments with a {@link com.fasterxml.jackson.databind.node.BinaryNode} for each attachment
 */
public record Event(String name, List<JsonNode> arguments, Acknowledgement acknowledgement) {

    /** What the client gave a callback for. */
    @FunctionalInterface
    public interface Acknowledgement {

        /** For a client that gave none. */
        Acknowledgement UNASKED = arguments -> true;

        /**
         * Calls it with the arguments; only the first time. From any thread.
         *
         * @return false when too much waits for the client already
         */
        boolean with(List<? extends JsonNode> arguments);
    }
}
