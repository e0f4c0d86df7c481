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
    private final BufferedReader answers;

    private RawRequest(Socket socket) throws IOException {
        this.socket = socket;
        this.answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
    }

    static RawRequest to(int port, String method, String sid, String header) throws IOException {
        RawRequest request = new RawRequest(new Socket("localhost", port));
        request.socket.setSoTimeout(PATIENCE);
        request.ask(method, sid, header);
        return request;
    }

    /** Once more, on the same connection. */
    void ask(String method, String sid, String header) throws IOException {
        say(method + " /engine.io/?EIO=4&transport=polling&sid=" + sid + " HTTP/1.1\r\nHost: localhost\r\n" + header
                + "\r\n\r\n");
    }

    void say(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    }

    /** Of the next answer. */
    int status() throws IOException {
        String line = answers.readLine();
        while (!line.contains("HTTP/1.1 ")) {
            line = answers.readLine();
        }
        return Integer.parseInt(line.substring(line.indexOf("HTTP/1.1 ") + 9).substring(0, 3));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
