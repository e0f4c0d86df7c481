package org.convoke.local.bench.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The raw server's control line; says in each room what the gateway's listeners heard in theirs. */
final class RawVoice implements Voice, AutoCloseable {

    private final Socket line;
    private final Map<String, String> samples = new ConcurrentHashMap<>();

    RawVoice(int control) throws IOException {
        line = new Socket(InetAddress.getLoopbackAddress(), control);
        line.setTcpNoDelay(true);
    }

    /** A frame of the gateway, which is said in that room with another marker each time. */
    void say(Room room, String frame) {
        samples.put(room.name(), frame.replaceAll("#\\d{7}#", "%s"));
    }

    @Override
    public void tell(Room room, int event) {
        String text = samples.get(room.name()).replace("%s", Marker.of(event));
        try {
            line.getOutputStream().write((room.name() + " " + text + "\n").getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        line.close();
    }
}
