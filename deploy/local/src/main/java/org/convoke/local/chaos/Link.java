package org.convoke.local.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.function.Consumer;

/** One connection through a proxy: what comes from either end is given to the other, as long as the gates are open. */
final class Link {

    private static final int PIECE = 16_384;

    private final Socket near;
    private final Socket far = new Socket();
    private final Gate all;
    private final Gate own = new Gate();
    private final Consumer<Link> ended;

    Link(Socket near, Gate all, Consumer<Link> ended) {
        this.near = near;
        this.all = all;
        this.ended = ended;
    }

    void open(int target) {
        try {
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
            Thread.ofVirtual().start(() -> pump(far, near));
            pump(near, far);
        } catch (IOException e) {
            close(); // nobody is there: the near end hears of it
        }
    }

    /** Never passes anything again. */
    void strand() {
        own.shut();
    }

    private void pump(Socket from, Socket to) {
        byte[] piece = new byte[PIECE];
        try {
            for (int length = from.getInputStream().read(piece);
                    length >= 0;
                    length = from.getInputStream().read(piece)) {
                all.pass();
                own.pass();
                to.getOutputStream().write(piece, 0, length);
            }
            close();
        } catch (IOException e) {
            close(); // an end that is gone is gone for the other too
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void close() {
        ended.accept(this);
        try (near;
                far) {
            own.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
