package org.convoke.gateway.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.quarkus.websockets.next.HttpUpgradeCheck.HttpUpgradeContext;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.List;

/**
 * The TCP connection under a socket. Frames go to it past WebSockets Next, many in one system call; and a WebSocket close
 * waits behind what a client does not read, for ever: only this ends it.
 */
public final class Line {

    private static final String VERTX_HANDLER = "handler";
    private static final TypedKey<Line> KEY = new TypedKey<>("convoke.line");

    private final Channel channel;

    Line(Channel channel) {
        this.channel = channel;
    }

    /** Keeps the line of an upgrade for the connection that comes of it. */
    public static void keep(HttpUpgradeContext upgrade) {
        ConnectionBase connection = (ConnectionBase) upgrade.httpRequest().connection();
        upgrade.userData().put(KEY, new Line(connection.channel()));
        refuseInvalidText(connection.channel().pipeline());
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
    void run(Runnable task) {
        channel.eventLoop().execute(task);
    }

    /** Writes the frames in one go; on the connection's own thread. */
    ChannelFuture write(List<TextFrame> frames) {
        ByteBuf buffer = channel.alloc()
                .ioBuffer(frames.stream().mapToInt(TextFrame::length).sum());
        frames.forEach(frame -> frame.writeTo(buffer));
        return channel.writeAndFlush(buffer);
    }

    public void cut() {
        channel.close();
    }
}
