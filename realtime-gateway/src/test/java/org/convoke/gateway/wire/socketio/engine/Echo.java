package org.convoke.gateway.wire.socketio.engine;

/** Says back what it is told. */
public final class Echo implements EngineApplication {

    private static final int PORT = 3000;

    /** Serves it as the tests of the protocol expect it. */
    public static void main(String... ignored) {
        PlainServer.serving(new Echo(), PlainServer.QUICK, PORT, "/engine.io/");
    }

    @Override
    public EngineListener opened(EngineSocket socket, EngineHandshake handshake) {
        return new EngineListener() {
            @Override
            public void received(String text) {
                socket.send(EngineMessage.of(text));
            }

            @Override
            public void received(byte[] bytes) {
                socket.send(EngineMessage.of(bytes));
            }

            @Override
            public void closed(EngineClose reason) {}
        };
    }
}
