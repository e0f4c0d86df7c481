package org.convoke.gateway.wire.socketio.engine;

/** What is served over Engine.IO. */
@FunctionalInterface
public interface EngineApplication {

    /**
     * A client has come in; what is sent to it from here on follows the handshake.
     *
     * @return who hears what the client says; called on the client's event loop
     */
    EngineListener opened(EngineSocket socket, EngineHandshake handshake);
}
