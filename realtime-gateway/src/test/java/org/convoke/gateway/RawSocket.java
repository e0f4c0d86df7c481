package org.convoke.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A WebSocket by hand, for what no decent client sends. */
public final class RawSocket implements AutoCloseable {

    private static final int FINAL = 0x80;
    public static final int CONTINUATION = 0;
    public static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PATIENCE = 15_000;
    /** So that little fits on the way to one that does not read. */
    private static final int SMALL = 4096;

    private final Socket socket;
    private final DataInputStream in;
    private final Map<String, String> headers = new HashMap<>();
    private final int status;

    private RawSocket(Socket socket, String request) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
        socket.setSoTimeout(PATIENCE);
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        this.status = Integer.parseInt(line().split(" ")[1]);
        for (String line = line(); !line.isEmpty(); line = line()) {
            String[] header = line.split(":", 2);
            headers.put(header[0].toLowerCase(Locale.ROOT), header[1].trim());
        }
    }

    /** Asks for the upgrade, with that line among its headers. */
    public static RawSocket open(int port, String header) {
        return open(port, "/ws/v1", header);
    }

    public static RawSocket open(int port, String path, String header) {
        try {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(SMALL);
            socket.connect(new InetSocketAddress("localhost", port));
            return new RawSocket(
                    socket,
                    "GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nUpgrade: websocket\r\n"
                            + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" + header + "\r\n\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RawSocket open(int port) {
        return open(port, "Sec-WebSocket-Protocol: gw.v1");
    }

    public int status() {
        return status;
    }

    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    public void send(int opcode, boolean last, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
        frame.put((byte) ((last ? FINAL : 0) | opcode));
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else if (payload.length < 65_536) {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (0x80 | 127)).putLong(payload.length);
        }
        // A mask of zeros leaves the bytes as they are.
        frame.putInt(0).put(payload);
        try {
            socket.getOutputStream().write(frame.array(), 0, frame.position());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads on until the server closes. */
    public int closeCode() {
        try {
            while (true) {
                int opcode = in.readUnsignedByte() & 0x0f;
                int length = in.readUnsignedByte();
                length = length == 126 ? in.readUnsignedShort() : length == 127 ? (int) in.readLong() : length;
                byte[] payload = in.readNBytes(length);
                if (opcode == CLOSE) {
                    return ByteBuffer.wrap(payload).getShort() & 0xffff;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Ended without a close frame", e);
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int each = in.readUnsignedByte(); each != '\n'; each = in.readUnsignedByte()) {
            line.append((char) each);
        }
        return line.toString().trim();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
