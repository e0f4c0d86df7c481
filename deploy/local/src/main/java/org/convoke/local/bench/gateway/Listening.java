package org.convoke.local.bench.gateway;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** One listener: comes in, gives the signs of life she is asked for, and tells what she hears. */
final class Listening extends SimpleChannelInboundHandler<TextWebSocketFrame> {

    private final Sockets sockets;
    private final int listener;
    private final CompletableFuture<Channel> in;

    Listening(Sockets sockets, int listener, CompletableFuture<Channel> in) {
        this.sockets = sockets;
        this.listener = listener;
        this.in = in;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
        switch (sockets.wire().step(listener, frame.content())) {
            case Step.Event event -> {
                int marked = Marker.in(frame.content());
                if (marked != Marker.NONE) {
                    sockets.ear().heard(listener, marked, frame.content());
                }
            }
            case Step.Answer(String text) -> context.writeAndFlush(new TextWebSocketFrame(text));
            case Step.In now -> in.complete(context.channel());
            case Step.Refused(String said) -> sockets.said(said);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        sockets.lost();
        in.completeExceptionally(new IOException("the connection was closed"));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        sockets.said(failure.toString());
        context.close();
    }
}
