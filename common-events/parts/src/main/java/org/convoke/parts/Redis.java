package org.convoke.parts;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Redis server that writes an append-only file and never evicts. */
public final class Redis extends Part {

    private static final String PONG = "+PONG";

    private final List<String> more;

    /** Not started yet. */
    public Redis(Place place, int port) {
        this(place, port, List.of());
    }

    /** With more settings, as on the command line. */
    Redis(Place place, int port, List<String> more) {
        super("redis", place, port);
        this.more = more;
    }

    /** Starts on the data in {@code home}; port 0 is a free one. */
    public static Redis start(Path home, int port) {
        return Part.launched(port, on -> new Redis(Place.in(home), on));
    }

    /** The server that runs, or ran, in {@code home}. */
    static Redis at(Path home, int port) {
        return new Redis(Place.in(home), port);
    }

    public String uri() {
        return "redis://127.0.0.1:" + port();
    }

    @Override
    protected List<String> command() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Platform.current().redis().toString(),
                "--bind",
                "127.0.0.1",
                "--port",
                String.valueOf(port()),
                "--dir",
                place().data().toString(),
                "--appendonly",
                "yes",
                "--appendfsync",
                "everysec",
                "--maxmemory-policy",
                "noeviction",
                "--stream-node-max-bytes",
                "1024"));
        command.addAll(more);
        return command;
    }

    /** While it loads its file, Redis takes connections and refuses commands. */
    @Override
    protected boolean answers() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(1000);
            socket.getOutputStream().write("PING\r\n".getBytes(US_ASCII));
            return new String(socket.getInputStream().readNBytes(PONG.length()), US_ASCII).equals(PONG);
        }
    }
}
