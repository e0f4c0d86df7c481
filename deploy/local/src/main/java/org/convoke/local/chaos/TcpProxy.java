package org.convoke.local.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A network between two programs of this machine that can be cut, led elsewhere, and made to hold what it was given. */
final class TcpProxy implements AutoCloseable {

    private static final int BACKLOG = 1_024;

    private final ServerSocket door;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final Gate gate = new Gate();
    private volatile int target;
    private volatile boolean shut;

    /** On that port, 0 for a free one. */
    TcpProxy(int port, int target) {
        this.target = target;
        try {
            door = new ServerSocket();
            door.setReuseAddress(true);
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("proxy-" + door.getLocalPort()).start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Where connections go from now on. */
    void lead(int newTarget) {
        target = newTarget;
    }

    /** Ends all connections at once. */
    void cut() {
        List.copyOf(links).forEach(Link::close);
    }

    /** Cuts, and lets nobody in until {@link #open}. */
    void shut() {
        shut = true;
        cut();
    }

    void open() {
        shut = false;
    }

    /** Connections stay, new ones too, and nothing passes until {@link #release}. */
    void hold() {
        gate.shut();
    }

    void release() {
        gate.open();
    }

    /** The connections of now stay and never again pass anything; neither end is told. */
    void strand() {
        links.forEach(Link::strand);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                Thread.ofVirtual().start(() -> connect(near));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void connect(Socket near) {
        Link link = new Link(near, gate, links::remove);
        links.add(link);
        if (shut) {
            link.close();
        } else {
            link.open(target);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }
}
