package org.convoke.gateway.wire.gw;

import io.netty.buffer.ByteBufUtil;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of a connection: frames leave in order, one write at a time, and those that wait are bounded. Whoever
 * offers never waits.
 */
final class Outbound {

    private static final Logger LOG = Logger.getLogger(Outbound.class);

    private final WebSocketConnection connection;
    private final Line line;
    private final int maxFrames;
    private final int maxBytes;
    private final Queue<Frame> waiting = new ArrayDeque<>();
    private final List<Runnable> whenDrained = new ArrayList<>();
    private long bytes;
    private boolean writing;
    private @Nullable CloseReason closing;

    Outbound(WebSocketConnection connection, int maxFrames, int maxBytes) {
        this.connection = connection;
        this.line = Line.of(connection.userData());
        this.maxFrames = maxFrames;
        this.maxBytes = maxBytes;
    }

    /** @param bytes as it goes over the line, in UTF-8 */
    private record Frame(String text, int bytes) {
        static Frame of(String text) {
            return new Frame(text, ByteBufUtil.utf8Bytes(text));
        }
    }

    /** @return false when too much waits already; the frame is dropped */
    synchronized boolean offer(String frame) {
        if (closing != null) {
            return true;
        }
        Frame next = Frame.of(frame);
        if (waiting.size() >= maxFrames || bytes + next.bytes() > maxBytes) {
            return false;
        }
        waiting.add(next);
        bytes += next.bytes();
        writeNext();
        return true;
    }

    /** Frames that wait. */
    synchronized int size() {
        return waiting.size();
    }

    /** Runs {@code next} once all that was offered before is written. */
    synchronized void whenDrained(Runnable next) {
        if (writing) {
            whenDrained.add(next);
        } else {
            next.run();
        }
    }

    /** Says the last word behind what waits, the refusals before it above all, and closes. */
    synchronized void close(String lastFrame, CloseReason reason) {
        if (closing == null) {
            closing = reason;
            whenDrained.clear();
            waiting.add(new Frame(lastFrame, 0));
            writeNext();
        }
    }

    /** Ends a connection that did not even take the last word. */
    void cut() {
        line.cut();
    }

    private void writeNext() {
        if (writing) {
            return;
        }
        Frame frame = waiting.poll();
        if (frame != null) {
            writing = true;
            bytes -= frame.bytes();
            connection.sendText(frame.text()).subscribe().with(done -> written(), this::failed);
        } else if (closing != null) {
            writing = true;
            connection.close(closing).subscribe().with(done -> {}, this::failed);
        } else {
            List<Runnable> next = List.copyOf(whenDrained);
            whenDrained.clear();
            next.forEach(Runnable::run);
        }
    }

    private synchronized void written() {
        writing = false;
        writeNext();
    }

    /** The client is gone; the endpoint hears of it as a close. */
    private void failed(Throwable failure) {
        LOG.debugf("Not written to %s: %s", connection.id(), failure);
    }
}
