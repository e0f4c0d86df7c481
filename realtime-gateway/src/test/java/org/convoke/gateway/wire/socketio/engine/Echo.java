package org.convoke.gateway.wire.socketio.engine;

/** Says back what it is told; whoever does not take it is sent away. */
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
                say(EngineMessage.of(text));
            }

            @Override
            public void received(byte[] bytes) {
                say(EngineMessage.of(bytes));
            }

            private void say(EngineMessage message) {
                if (!socket.send(message)) {
                    socket.close(new EngineClose(4201, "too slow"));
                }
            }

            @Override
            public void closed(EngineClose reason) {}
        };
    }
}
