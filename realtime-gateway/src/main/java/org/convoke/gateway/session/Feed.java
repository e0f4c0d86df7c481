package org.convoke.gateway.session;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.convoke.gateway.stream.Cursor;
import org.convoke.gateway.stream.StreamEntry;
import org.convoke.gateway.stream.StreamName;
import org.jspecify.annotations.Nullable;

/**
 * One stream on this pod: how far the pod is in it, and the sessions that listen. Wake-ups that fit are handed out at
 * once; one that leaves a gap makes the feed {@linkplain #isBehind() behind}, until the stream itself was read.
 */
final class Feed {

    private final StreamName stream;
    private final SessionMetrics metrics;
    private final Set<Subscription> subscriptions = new LinkedHashSet<>();
    /** Wake-ups that came before the position was known. */
    private final List<StreamEntry> early = new ArrayList<>();

    private @Nullable Cursor at;
    private boolean behind;
    private boolean reading;
    private int openings;

    Feed(StreamName stream, SessionMetrics metrics) {
        this.stream = stream;
        this.metrics = metrics;
    }

    StreamName stream() {
        return stream;
    }

    Set<Subscription> subscriptions() {
        return subscriptions;
    }

    /** Somebody is about to listen: the feed and its registration must stay. */
    void opening() {
        openings++;
    }

    void openingOver() {
        openings--;
    }

    boolean isUnused() {
        return subscriptions.isEmpty() && openings == 0;
    }

    /** How far this pod is; null until the stream was opened. */
    @Nullable
    Cursor at() {
        return at;
    }

    boolean isBehind() {
        return behind;
    }

    boolean isReading() {
        return reading;
    }

    void reading(boolean now) {
        reading = now;
    }

    void caughtUp() {
        behind = false;
    }

    /** The stream was opened for the first time on this pod. */
    void begin(Cursor top, Consumer<Subscription> expelled) {
        if (at == null) {
            at = top;
            early.forEach(entry -> wake(entry, expelled));
            early.clear();
        }
    }

    /** Takes a wake-up. Subscriptions that may hear no more are handed to {@code expelled}. */
    void wake(StreamEntry entry, Consumer<Subscription> expelled) {
        Cursor known = at;
        if (known == null) {
            early.add(entry);
        } else if (known.leadsTo(entry)) {
            take(entry, expelled);
        } else if (entry.seq() > known.seq() || contradicts(entry.cursor(), known)) {
            behind = true;
        }
    }

    /** The next entry of the stream, whether it came by a wake-up or by reading. */
    void take(StreamEntry entry, Consumer<Subscription> expelled) {
        at = entry.cursor();
        int heard = 0;
        for (Subscription each : List.copyOf(subscriptions)) {
            if (each.isLive()) {
                boolean delivered = each.deliver(entry);
                heard += delivered ? 1 : 0;
                if (!delivered || each.isEnded()) {
                    expelled.accept(each);
                }
            }
        }
        metrics.delivered(entry, heard);
    }

    /** Another history than ours: Redis has lost what we know of it. */
    private static boolean contradicts(Cursor other, Cursor known) {
        return known.seq() > 0
                && (!other.epoch().equals(known.epoch()) || (other.seq() == known.seq() && !other.equals(known)));
    }
}
