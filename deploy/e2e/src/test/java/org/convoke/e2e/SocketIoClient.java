package org.convoke.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** An unmodified socket.io-client of npm in a process of its own. */
final class SocketIoClient implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PROGRAM = Path.of("socketio/client.js").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final List<JsonNode> said = new CopyOnWriteArrayList<>();
    private final Process process;
    private final Writer commands;

    private SocketIoClient(Process process) {
        this.process = process;
        this.commands = process.outputWriter();
        Thread.ofVirtual().start(this::listen);
    }

    /** With what an app would give to {@code io()}. */
    static SocketIoClient with(Map<String, ?> auth, Map<String, ?> options) {
        Map<String, Object> all = new HashMap<>(options);
        all.put("url", "http://localhost:" + Running.ports().gateway());
        all.put("auth", auth);
        try {
            return new SocketIoClient(new ProcessBuilder("node", PROGRAM.toString(), json(all))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(JSON.readTree(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** So many of that kind have come; the newest of them. */
    JsonNode await(String kind, int count) {
        return await(kind + " " + count, each -> each.path("is").asText().equals(kind), count);
    }

    /** An event whose payload fits. */
    JsonNode event(String name, Predicate<JsonNode> fits) {
        JsonNode event = await(
                name,
                each -> each.path("name").asText().equals(name)
                        && fits.test(each.path("args").path(0)),
                1);
        return event.path("args").path(0);
    }

    private JsonNode await(String what, Predicate<JsonNode> fits, int count) {
        await(what)
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(said.stream().filter(fits)).as(what).hasSizeGreaterThanOrEqualTo(count));
        return said.stream().filter(fits).skip(count - 1L).findFirst().orElseThrow();
    }

    private static org.awaitility.core.ConditionFactory await(String what) {
        return org.awaitility.Awaitility.await(what);
    }

    /** The payloads of all events of that name, in the order in which they came. */
    List<JsonNode> events(String name) {
        return said.stream()
                .filter(each -> each.path("name").asText().equals(name))
                .map(each -> each.path("args").path(0))
                .toList();
    }

    /** Emits with an acknowledgement, and waits for it. */
    JsonNode ask(String name, Object... arguments) {
        long before = acknowledgements();
        tell(Map.of("command", "emit", "name", name, "args", List.of(arguments)));
        return await("ack", (int) before + 1);
    }

    private long acknowledgements() {
        return said.stream()
                .filter(each -> each.path("is").asText().equals("ack"))
                .count();
    }

    /** The transport ends without a word. */
    void cut() {
        tell(Map.of("command", "cut"));
    }

    private void tell(Map<String, ?> command) {
        try {
            commands.write(json(command) + "\n");
            commands.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
