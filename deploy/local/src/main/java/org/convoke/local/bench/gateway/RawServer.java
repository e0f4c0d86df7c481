package org.convoke.local.bench.gateway;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.parsetools.RecordParser;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A WebSocket server as one writes it in an evening: whoever connects is in the rooms that the path names, and a line
 * {@code room text} on the control port sends the text to everyone there. Nothing is checked, kept or promised.
 */
public final class RawServer extends AbstractVerticle {

    static final String GREETING = "in";

    private final Map<String, Set<ServerWebSocket>> rooms = new HashMap<>();
    private final int port;
    private final int control;

    private RawServer(int port, int control) {
        this.port = port;
        this.control = control;
    }

    /** @param arguments the port of the sockets and that of the control */
    public static void main(String[] arguments) {
        Vertx vertx = Vertx.vertx();
        vertx.deployVerticle(new RawServer(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1])))
                .onFailure(failure -> {
                    System.err.println(failure);
                    System.exit(1);
                });
    }

    @Override
    public void start(Promise<Void> started) {
        vertx.createHttpServer()
                .webSocketHandler(this::enter)
                .listen(port, "127.0.0.1")
                .compose(listening -> vertx.createNetServer()
                        .connectHandler(line -> line.handler(RecordParser.newDelimited("\n", this::tell)))
                        .listen(control, "127.0.0.1"))
                .<Void>mapEmpty()
                .onComplete(started);
    }

    private void enter(ServerWebSocket socket) {
        for (String name : socket.path().substring(1).split(",")) {
            rooms.computeIfAbsent(name, first -> new LinkedHashSet<>()).add(socket);
        }
        socket.closeHandler(gone -> rooms.values().forEach(room -> room.remove(socket)));
        socket.writeTextMessage(GREETING);
    }

    private void tell(Buffer line) {
        String[] order = line.toString().split(" ", 2);
        for (ServerWebSocket socket : rooms.getOrDefault(order[0], Set.of())) {
            socket.writeTextMessage(order[1]);
        }
    }
}
