package org.convoke.local.bench.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.convoke.parts.Part;
import org.convoke.parts.Place;
import org.convoke.parts.Platform;

/** The raw server in a process of its own, with the JVM options that the gateway has. */
final class RawPart extends Part {

    static final String NAME = "raw-server";

    private final int control;
    private final String options;

    RawPart(Place place, int port, int control, String options) {
        super(NAME, place, port);
        this.control = control;
        this.options = options;
    }

    @Override
    protected List<String> command() {
        var command = new ArrayList<>(List.of(Platform.java()));
        command.addAll(List.of(options.strip().split("\\s+")));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                RawServer.class.getName(),
                String.valueOf(port()),
                String.valueOf(control)));
        return command;
    }

    int control() {
        return control;
    }

    @Override
    public List<Integer> ports() {
        return List.of(port(), control);
    }

    /** The control port is the last to be opened. */
    @Override
    protected boolean answers() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), control)) {
            return socket.isConnected();
        }
    }
}
