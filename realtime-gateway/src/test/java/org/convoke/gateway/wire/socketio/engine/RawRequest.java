package org.convoke.gateway.wire.socketio.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;

/** A request by hand, to be left in the middle. */
final class RawRequest implements AutoCloseable {

    private static final int PATIENCE = 10_000;

    private final Socket socket;

    private RawRequest(Socket socket) {
        this.socket = socket;
    }

    static RawRequest to(int port, String method, String sid, String header) throws IOException {
        RawRequest request = new RawRequest(new Socket("localhost", port));
        request.socket.setSoTimeout(PATIENCE);
        request.say(method + " /engine.io/?EIO=4&transport=polling&sid=" + sid + " HTTP/1.1\r\nHost: localhost\r\n"
                + header + "\r\n\r\n");
        return request;
    }

    void say(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    }

    int status() throws IOException {
        String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1)).readLine();
        return Integer.parseInt(line.split(" ")[1]);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
