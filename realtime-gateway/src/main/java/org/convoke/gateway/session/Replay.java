package org.convoke.gateway.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.convoke.gateway.stream.Cursor;
import org.convoke.gateway.stream.Page;
import org.convoke.gateway.stream.StreamEntry;
import org.convoke.gateway.stream.Streams;

/**
 * Brings a session from its position to the live end of a stream, page by page, each when the client has taken the one
 * before. Live events wait in the stream meanwhile. Hub thread only.
 */
@ApplicationScoped
class Replay {

    /** Small enough to fit a session's queue whatever its events hold. */
    private static final int PAGE = 50;

    private static final Duration RETRY = Duration.ofMillis(500);

    private final Streams streams;
    private final Feeds feeds;
    private final HubThread hub;

    Replay(Streams streams, Feeds feeds, HubThread hub) {
        this.streams = streams;
        this.feeds = feeds;
        this.hub = hub;
    }

    /** The first subscription of a session starts at once, the next when it has gone live. */
    void start(Subscription subscription) {
        Session session = subscription.session();
        session.replays().add(subscription);
        if (session.replays().size() == 1) {
            next(subscription);
        }
    }

    private void next(Subscription subscription) {
        if (isOver(subscription)) {
            done(subscription);
        } else if (subscription.at().seq() >= end(subscription)) {
            subscription.goLive();
            if (subscription.isEnded()) {
                feeds.remove(subscription);
            }
            done(subscription);
        } else {
            read(subscription);
        }
    }

    private void read(Subscription subscription) {
        streams.read(subscription.stream(), subscription.session().userId(), subscription.at(), PAGE)
                .onSuccess(page -> hub.run(() -> send(subscription, page)))
                .onFailure(failure -> hub.after(RETRY, () -> next(subscription)));
    }

    private void send(Subscription subscription, Page page) {
        if (isOver(subscription)) {
            done(subscription);
            return;
        }
        switch (page) {
            case Page.Of(List<StreamEntry> entries) -> {
                if (entries.isEmpty()) {
                    // Shorter than it was: Redis lost its tail, which is being replayed or ends this session.
                    hub.after(RETRY, () -> next(subscription));
                    return;
                }
                boolean allowed = entries.stream().allMatch(subscription::replay);
                feeds.metrics().replayed(entries.size());
                if (!allowed) {
                    expel(subscription);
                } else {
                    subscription.session().sink().whenDrained(() -> hub.run(() -> next(subscription)));
                }
            }
            case Page.Reset(String reason) -> subscription.session().sink().close(Farewell.POSITION_LOST);
            case Page.Forbidden forbidden -> expel(subscription);
        }
    }

    private void expel(Subscription subscription) {
        feeds.remove(subscription);
        done(subscription);
    }

    private void done(Subscription subscription) {
        Session session = subscription.session();
        session.replays().remove(subscription);
        Subscription following = session.replays().peek();
        if (following != null) {
            next(following);
        }
    }

    /** How far this pod is, and the stream was when it was opened; a subscription that is as far goes on with the pod. */
    private long end(Subscription subscription) {
        Cursor at = feeds.of(subscription.stream()).map(Feed::at).orElse(Cursor.START);
        return Math.max(at.seq(), subscription.top().seq());
    }

    private static boolean isOver(Subscription subscription) {
        Session session = subscription.session();
        return session.isClosed()
                || session.subscription(subscription.stream())
                        .filter(current -> current == subscription)
                        .isEmpty();
    }
}
