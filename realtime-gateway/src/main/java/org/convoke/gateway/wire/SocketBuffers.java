package org.convoke.gateway.wire;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Bounds what the system itself keeps for a client that does not read: by default some megabytes each, which count as the
 * pod's memory.
 */
@ApplicationScoped
class SocketBuffers implements HttpServerOptionsCustomizer {

    /** In bytes; of events, a second's worth over any line. */
    private static final int SEND = 256 * 1024;

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setSendBufferSize(SEND);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        options.setSendBufferSize(SEND);
    }
}
