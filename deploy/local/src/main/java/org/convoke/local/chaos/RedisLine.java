package org.convoke.local.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.util.stream.Collectors;
import org.convoke.local.demo.Unexpected;

/** Commands to a Redis server, each on a connection of its own, past every proxy. */
record RedisLine(int port) {

    private static final int PATIENCE = 10_000;

    /** Answers what the server did, the lines of a long answer included. */
    String command(String command) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(UTF_8));
            String answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))
                    .lines()
                    .collect(Collectors.joining("\n"));
            if (answer.startsWith("-")) {
                throw new Unexpected(command + ": " + answer);
            }
            return answer;
        } catch (IOException e) {
            throw new Unexpected(command + ": " + e, e);
        }
    }

    /** A field of the replication's state. */
    String replication(String field) {
        return command("INFO replication")
                .lines()
                .filter(line -> line.startsWith(field + ":"))
                .map(line -> line.substring(field.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    /** How much of the replication stream this server has, in bytes. */
    long offset() {
        String field = replication("role").equals("master") ? "master_repl_offset" : "slave_repl_offset";
        return Long.parseLong(replication(field));
    }
}
