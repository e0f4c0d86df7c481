package org.convoke.gateway.wire.gw;

import io.netty.channel.Channel;
import io.quarkus.websockets.next.HttpUpgradeCheck.HttpUpgradeContext;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * The TCP connection under a socket. A WebSocket close waits behind what a client does not read, for ever; only this
 * ends it.
 */
final class Line {

    private static final TypedKey<Line> KEY = new TypedKey<>("convoke.line");

    private final Channel channel;

    private Line(Channel channel) {
        this.channel = channel;
    }

    /** Keeps the line of an upgrade for the connection that comes of it. */
    static void keep(HttpUpgradeContext upgrade) {
        ConnectionBase connection = (ConnectionBase) upgrade.httpRequest().connection();
        upgrade.userData().put(KEY, new Line(connection.channel()));
    }

    static Line of(UserData userData) {
        return userData.get(KEY);
    }

    void cut() {
        channel.close();
    }
}
