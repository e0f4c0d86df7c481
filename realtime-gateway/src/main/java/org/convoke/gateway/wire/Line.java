package org.convoke.gateway.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.quarkus.websockets.next.HttpUpgradeCheck.HttpUpgradeContext;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The TCP connection under a socket. Frames go to it past WebSockets Next, many in one system call; and a WebSocket close
 * waits behind what a client does not read, for ever: only this ends it.
 */
public final class Line implements Carrier {

    private static final Logger LOG = Logger.getLogger(Line.class);
    private static final String VERTX_HANDLER = "handler";
    private static final TypedKey<Line> KEY = new TypedKey<>("convoke.line");

    private final Channel channel;

    Line(Channel channel) {
        this.channel = channel;
    }

    /** Keeps the line of an upgrade for the connection that comes of it. */
    public static void keep(HttpUpgradeContext upgrade) {
        upgrade.userData().put(KEY, of(upgrade.httpRequest()));
    }

    /** The line of a request that is to become a WebSocket. */
    public static Line of(HttpServerRequest upgrade) {
        ConnectionBase connection = (ConnectionBase) upgrade.connection();
        refuseInvalidText(connection.channel().pipeline());
        return new Line(connection.channel());
    }

    /** Vert.x would replace what is no UTF-8; RFC 6455, section 8.1, has the connection end with 1007. */
    private static void refuseInvalidText(ChannelPipeline pipeline) {
        if (pipeline.get(Utf8FrameValidator.class) == null) {
            pipeline.addBefore(VERTX_HANDLER, null, new Utf8FrameValidator());
        }
    }

    public static Line of(UserData userData) {
        return userData.get(KEY);
    }

    /** Runs it on the connection's own thread, behind what was given to it before. */
    @Override
    public void run(Runnable task) {
        channel.eventLoop().execute(task);
    }

    @Override
    public void write(List<Frame> frames, Runnable written) {
        ByteBuf buffer =
                channel.alloc().ioBuffer(frames.stream().mapToInt(Frame::length).sum());
        frames.forEach(frame -> frame.writeTo(buffer));
        channel.writeAndFlush(buffer).addListener(done -> {
            if (done.isSuccess()) {
                written.run();
            } else {
                LOG.debugf("A client is gone, which is heard of as a close: %s", done.cause());
            }
        });
    }

    @Override
    public void cut() {
        channel.close();
    }
}
