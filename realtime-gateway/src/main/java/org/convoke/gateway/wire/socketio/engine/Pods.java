package org.convoke.gateway.wire.socketio.engine;

import io.vertx.core.Future;
import io.vertx.core.net.SocketAddress;
import java.util.Optional;

/** The gateways beside this one: each session id begins with the key of the pod that has the session. */
public interface Pods {

    /** Of this pod, anew with every start; {@link SessionId#KEY_LENGTH} characters. */
    String key();

    /** Where the pod of that key takes requests; empty when none has it. A client chooses the key, never the address. */
    Future<Optional<SocketAddress>> find(String key);

    /** Of one that is alone. */
    static Pods alone() {
        String key = SessionId.newKey();
        return new Pods() {
            @Override
            public String key() {
                return key;
            }

            @Override
            public Future<Optional<SocketAddress>> find(String unknown) {
                return Future.succeededFuture(Optional.empty());
            }
        };
    }
}
