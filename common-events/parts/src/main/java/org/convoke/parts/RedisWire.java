package org.convoke.parts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Asks a Redis server over a plain connection, since redis-cli need not be there. */
public final class RedisWire {

    private static final int TIMEOUT_MS = 5000;

    private RedisWire() {}

    /** @return a string, a number, a list of such, or null */
    public static Object ask(int port, List<String> command) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MS);
            socket.getOutputStream().write(encoded(command));
            return answer(new BufferedInputStream(socket.getInputStream()));
        } catch (IOException e) {
            throw new PartFailed("Redis on " + port + " does not answer: " + e.getMessage(), e);
        }
    }

    private static byte[] encoded(List<String> command) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(("*" + command.size() + "\r\n").getBytes(UTF_8));
        for (String argument : command) {
            byte[] text = argument.getBytes(UTF_8);
            bytes.writeBytes(("$" + text.length + "\r\n").getBytes(UTF_8));
            bytes.writeBytes(text);
            bytes.writeBytes("\r\n".getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static Object answer(InputStream in) throws IOException {
        String line = line(in);
        String rest = line.substring(1);
        return switch (line.charAt(0)) {
            case '+' -> rest;
            case ':' -> Long.valueOf(rest);
            case '$' -> bulk(in, Integer.parseInt(rest));
            case '*' -> list(in, Integer.parseInt(rest));
            default -> throw new PartFailed("Redis answers " + rest);
        };
    }

    private static Object bulk(InputStream in, int length) throws IOException {
        if (length < 0) {
            return null;
        }
        String text = new String(in.readNBytes(length), UTF_8);
        line(in);
        return text;
    }

    private static Object list(InputStream in, int size) throws IOException {
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            all.add(answer(in));
        }
        return all;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("The connection ended");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
