package org.convoke.gateway.wire.socketio.engine;

import io.vertx.core.MultiMap;
import java.util.Optional;

/**
 * The request that a client came in with; not to be kept for as long as the client stays.
 *
 * @param remoteAddress of whoever holds the TCP connection
 */
public record EngineHandshake(MultiMap headers, MultiMap query, String remoteAddress) {

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The first of that name, decoded. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }
}
