package org.convoke.local.bench.gateway;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.convoke.local.bench.Deadline;
import org.convoke.local.demo.Unexpected;

/** Listeners of one server, all on one thread and cheap, so that they do not slow down what they measure. */
final class Sockets implements AutoCloseable {

    private static final int AT_ONCE = 64;
    private static final int LARGEST = 65_536;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final EventLoopGroup thread;
    private final Wire wire;
    private final List<CompletableFuture<Channel>> listeners = new ArrayList<>();
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicReference<String> lastWord = new AtomicReference<>("");
    private volatile Ear ear = Ear.DEAF;
    private volatile boolean closed;

    Sockets(EventLoopGroup thread, Wire wire) {
        this.thread = thread;
        this.wire = wire;
    }

    /** Who is told what listeners hear from now on. */
    void tell(Ear next) {
        ear = next;
    }

    /** Connects and signs in until there are so many listeners, a few at once; how long that took. */
    Duration upTo(int count) {
        long start = System.nanoTime();
        Deadline end = Deadline.in(LONGEST);
        Semaphore free = new Semaphore(AT_ONCE);
        for (int listener = listeners.size(); listener < count; listener++) {
            take(free, 1, end, listener);
            CompletableFuture<Channel> in = open(listener);
            in.whenComplete((channel, failure) -> free.release());
            listeners.add(in);
        }
        take(free, AT_ONCE, end, count);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        listeners.forEach(this::mustBeIn);
        return took;
    }

    private void take(Semaphore free, int permits, Deadline end, int listener) {
        try {
            if (!free.tryAcquire(permits, end.atMost(PATIENCE).toNanos(), TimeUnit.NANOSECONDS)) {
                throw new Unexpected("no more than " + listener + " listeners came in" + lastWord());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted", e);
        }
    }

    private Channel mustBeIn(CompletableFuture<Channel> listener) {
        try {
            return listener.get(0, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new Unexpected("a listener did not come in: " + e + lastWord(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted", e);
        }
    }

    private CompletableFuture<Channel> open(int listener) {
        URI address = wire.address(listener);
        var in = new CompletableFuture<Channel>();
        new Bootstrap()
                .group(thread)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(new HttpClientCodec(), new HttpObjectAggregator(LARGEST), handshake(address))
                                .addLast(new Listening(Sockets.this, listener, in));
                    }
                })
                .connect(address.getHost(), address.getPort())
                .addListener(connected -> {
                    if (!connected.isSuccess()) {
                        in.completeExceptionally(connected.cause());
                    }
                });
        return in;
    }

    private WebSocketClientProtocolHandler handshake(URI address) {
        return new WebSocketClientProtocolHandler(WebSocketClientProtocolConfig.newBuilder()
                .webSocketUri(address)
                .subprotocol(wire.subprotocol().isEmpty() ? null : wire.subprotocol())
                .maxFramePayloadLength(LARGEST)
                .generateOriginHeader(false)
                .withUTF8Validator(false)
                .build());
    }

    Wire wire() {
        return wire;
    }

    Ear ear() {
        return ear;
    }

    void lost() {
        if (!closed) {
            lost.incrementAndGet();
        }
    }

    void said(String frame) {
        lastWord.set(frame);
    }

    /** What is known of listeners that were lost, to be put behind a message; empty when all is well. */
    String lastWord() {
        String connections = lost.get() == 0 ? "" : "; " + lost.get() + " connections were lost";
        return connections + (lastWord.get().isEmpty() ? "" : "; the server said " + lastWord.get());
    }

    @Override
    public void close() {
        closed = true;
        listeners.forEach(listener -> listener.thenAccept(Channel::close));
    }
}
