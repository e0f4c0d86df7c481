package org.convoke.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.zip.CRC32;
import org.convoke.local.demo.Unexpected;

/** People's event streams as they are in Redis, whether somebody listens or not. */
final class Inboxes implements AutoCloseable {

    private static final int SHARDS = 256;

    private final Socket socket;
    private final OutputStream out;
    private final BufferedReader in;

    Inboxes(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(10_000);
        out = socket.getOutputStream();
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    }

    /** How many events each has, in their order; all are asked in one go. */
    List<Integer> lengths(List<String> people) throws IOException {
        StringBuilder commands = new StringBuilder();
        for (String person : people) {
            String key = key(person);
            commands.append("*2\r\n$4\r\nXLEN\r\n$")
                    .append(key.getBytes(UTF_8).length)
                    .append("\r\n")
                    .append(key)
                    .append("\r\n");
        }
        out.write(commands.toString().getBytes(UTF_8));
        Integer[] lengths = new Integer[people.size()];
        for (int i = 0; i < lengths.length; i++) {
            String answer = in.readLine();
            if (answer == null || !answer.startsWith(":")) {
                throw new Unexpected("Redis answers " + answer);
            }
            lengths[i] = Integer.valueOf(answer.substring(1));
        }
        return List.of(lengths);
    }

    /** As the gateway names it. */
    static String key(String person) {
        String stream = "u:" + person;
        CRC32 crc = new CRC32();
        crc.update(stream.getBytes(UTF_8));
        return "gw:{%02x}:s:%s".formatted(crc.getValue() % SHARDS, stream);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
