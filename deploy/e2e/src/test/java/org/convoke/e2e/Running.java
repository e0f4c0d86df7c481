package org.convoke.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.convoke.local.LocalStack;
import org.convoke.local.Ports;
import org.convoke.local.Settings;
import org.convoke.local.demo.Api;
import org.convoke.local.demo.Someone;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The whole product as separate processes, started once for all tests, on ports and data of its own. */
public final class Running implements BeforeAllCallback {

    private static final int OFFSET = 3_700;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Settings settings;

    @Override
    public synchronized void beforeAll(ExtensionContext context) {
        if (settings == null) {
            Map<String, String> environment = new HashMap<>(System.getenv());
            Path target = Path.of("target").toAbsolutePath();
            environment.put("CONVOKE_HOME", target.resolve("stack").toString());
            environment.put("CONVOKE_PORT_OFFSET", Integer.toString(OFFSET));
            settings = Settings.of(target.resolve("../../..").normalize(), environment);
            LocalStack stack = LocalStack.up(settings, true);
            context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).put(Running.class, (AutoCloseable)
                    stack::close);
        }
    }

    public static Ports ports() {
        return settings.ports();
    }

    static Settings settings() {
        return settings;
    }

    static Someone signIn(String name) {
        return new Api(ports()).signIn(name);
    }

    /** kill -9; the launcher starts it again. */
    static void kill(String part) {
        ProcessHandle process = process(part);
        process.destroyForcibly();
        await().until(() -> !process.isAlive());
    }

    static void pause(String part) {
        signal(part, "STOP");
    }

    static void resume(String part) {
        signal(part, "CONT");
    }

    private static void signal(String part, String signal) {
        try {
            int exit = new ProcessBuilder(
                            "kill", "-" + signal, Long.toString(process(part).pid()))
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("kill -" + signal + " " + part + " exited with " + exit);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static void awaitReady(String part) {
        int port = switch (part) {
            case "groups-service" -> ports().groups();
            case "invitations-service" -> ports().invitations();
            case "realtime-gateway" -> ports().gateway();
            default -> throw new IllegalArgumentException(part);
        };
        URI ready = URI.create("http://localhost:" + ports().management(port) + "/q/health/ready");
        await(part)
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> HTTP.send(HttpRequest.newBuilder(ready).build(), HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200);
    }

    static ProcessHandle process(String part) {
        Path file = settings.home().place(part).pid();
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
