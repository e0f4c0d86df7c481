package org.convoke.gateway.wire.socketio.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A WebSocket whose client never reads. */
final class RawSocketClient implements AutoCloseable {

    /** So that little fits on the way. */
    private static final int SMALL = 4096;

    private final Socket socket = new Socket();

    private RawSocketClient() {}

    static RawSocketClient open(int port) throws IOException {
        RawSocketClient client = new RawSocketClient();
        client.socket.setReceiveBufferSize(SMALL);
        client.socket.connect(new InetSocketAddress("localhost", port));
        client.socket
                .getOutputStream()
                .write(("GET /engine.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: localhost\r\n"
                                + "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                        .getBytes(ISO_8859_1));
        return client;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
