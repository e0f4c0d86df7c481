package org.convoke.gateway.wire.socketio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client on a WebSocket, frame by frame. */
public final class SocketClient implements WebSocket.Listener, AutoCloseable {

    private static final String PATH = "/engine.io/";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;

    private SocketClient(int port, String path, Map<String, String> headers) {
        WebSocket.Builder builder = HTTP.newWebSocketBuilder();
        headers.forEach(builder::header);
        socket = builder.buildAsync(URI.create("ws://localhost:" + port + path), this)
                .join();
    }

    /** Of a session of its own, behind its handshake. */
    static SocketClient open(int port) {
        SocketClient client = to(port, "?EIO=4&transport=websocket");
        assertThat(client.text()).startsWith("0{");
        return client;
    }

    /** To take over from polling. */
    static SocketClient upgrade(int port, String sid) {
        return to(port, "?EIO=4&transport=websocket&sid=" + sid);
    }

    static SocketClient to(int port, String query) {
        return to(port, query, Map.of());
    }

    static SocketClient to(int port, String query, Map<String, String> headers) {
        return at(port, PATH + query, headers);
    }

    public static SocketClient at(int port, String path, Map<String, String> headers) {
        return new SocketClient(port, path, headers);
    }

    /** The status with which the upgrade is refused. */
    static int refused(int port, String query, Map<String, String> headers) {
        return refusedAt(port, PATH + query, headers);
    }

    public static int refusedAt(int port, String path, Map<String, String> headers) {
        try (SocketClient unexpected = at(port, path, headers)) {
            throw new AssertionError("Let in: " + unexpected);
        } catch (CompletionException e) {
            return ((java.net.http.WebSocketHandshakeException) e.getCause())
                    .getResponse()
                    .statusCode();
        }
    }

    public SocketClient say(String... packets) {
        for (String packet : packets) {
            socket.sendText(packet, true).join();
        }
        return this;
    }

    /** Says it again and again, as far as the server lets it. */
    void flood(String packet, int times) {
        CompletableFuture<WebSocket> said = CompletableFuture.completedFuture(socket);
        for (int i = 0; i < times; i++) {
            said = said.thenCompose(on -> on.sendText(packet, true));
        }
        said.exceptionally(closedMeanwhile -> socket).join();
    }

    public SocketClient say(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
        return this;
    }

    public String text() {
        return (String) next();
    }

    public byte[] bytes() {
        return (byte[]) next();
    }

    private Object next() {
        try {
            Object next = heard.poll(10, TimeUnit.SECONDS);
            assertThat(next).as("what the server says").isNotNull();
            return next;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> texts(int count) {
        List<String> texts = new ArrayList<>();
        while (texts.size() < count) {
            texts.add(text());
        }
        return texts;
    }

    boolean hasHeardNothingMore() {
        return heard.isEmpty();
    }

    /** What the close frame says, or 1006. */
    public int closeCode() {
        return closed.orTimeout(10, TimeUnit.SECONDS).join();
    }

    boolean isOpen() {
        return !closed.isDone();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket on, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            heard.add(part.toString());
            part.setLength(0);
        }
        on.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket on, ByteBuffer data, boolean last) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        heard.add(bytes);
        on.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket on, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket on, Throwable error) {
        closed.complete(EngineClose.LOST.code());
    }

    /** Without a word. */
    void cut() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.abort();
    }
}
