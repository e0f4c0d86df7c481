package org.convoke.gateway.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.convoke.gateway.delivery.Pod;
import org.convoke.gateway.stream.ClientEvent;
import org.convoke.gateway.stream.Cursor;
import org.convoke.gateway.stream.Opened;
import org.convoke.gateway.stream.Opening;
import org.convoke.gateway.stream.Page;
import org.convoke.gateway.stream.StreamEntry;
import org.convoke.gateway.stream.StreamName;
import org.convoke.gateway.stream.Streams;
import org.jboss.logging.Logger;

/** The streams that sessions of this pod listen to, kept whole: what a wake-up did not bring is read. Hub thread only. */
@ApplicationScoped
class Feeds {

    private static final Logger LOG = Logger.getLogger(Feeds.class);
    private static final int PAGE = 300;
    private static final int CHECK_AT_ONCE = 500;
    private static final Duration RETRY = Duration.ofMillis(500);

    private final Map<StreamName, Feed> feeds = new HashMap<>();
    /** Streams found shorter than what we know of them, which may be about to be replayed from Kafka. */
    private final Set<StreamName> shrunk = new HashSet<>();

    private boolean checking;
    private final Streams streams;
    private final MemberUpdates memberUpdates;
    private final SessionMetrics metrics;
    private final HubThread hub;
    private final String pod;

    Feeds(Streams streams, MemberUpdates memberUpdates, SessionMetrics metrics, HubThread hub, Pod pod) {
        this.streams = streams;
        this.memberUpdates = memberUpdates;
        this.metrics = metrics;
        this.hub = hub;
        this.pod = pod.id();
    }

    /** The feed of a stream that is about to be opened: wake-ups are kept from here on, until {@link #openingOver}. */
    Feed opening(StreamName stream) {
        Feed feed = feeds.computeIfAbsent(stream, this::feed);
        feed.opening();
        return feed;
    }

    private Feed feed(StreamName stream) {
        return new Feed(stream, metrics);
    }

    SessionMetrics metrics() {
        return metrics;
    }

    void openingOver(Feed feed) {
        feed.openingOver();
        dropIfUnused(feed);
    }

    void wake(StreamName stream, StreamEntry entry) {
        Feed feed = feeds.get(stream);
        if (feed == null) {
            return;
        }
        Cursor before = feed.at();
        feed.wake(entry, this::remove);
        if (feed.isBehind()) {
            catchUp(feed);
        } else if (feed.at() != before) {
            memberUpdates.noticed(feed, entry);
        }
    }

    /** Tells all who listen now, but the person whom it is about, of something that is in no stream. */
    void pass(StreamName stream, String about, ClientEvent event) {
        of(stream).stream()
                .flatMap(feed -> feed.subscriptions().stream())
                .filter(each -> each.isLive() && !each.session().userId().equals(about))
                .toList()
                .forEach(each -> each.session().sink().ephemeral(stream, event));
    }

    /** Hands the stream's entries to the subscription too; its feed is being opened. */
    void begin(Subscription subscription, Cursor top) {
        Feed feed = feeds.computeIfAbsent(subscription.stream(), this::feed);
        feed.subscriptions().add(subscription);
        feed.begin(top, this::remove);
        if (feed.isBehind()) {
            catchUp(feed);
        }
    }

    /** Ends a subscription, and the feed with its last one. */
    void remove(Subscription subscription) {
        subscription.session().unsubscribe(subscription);
        subscription.session().wished().remove(subscription.stream());
        Feed feed = feeds.get(subscription.stream());
        if (feed != null && feed.subscriptions().remove(subscription)) {
            dropIfUnused(feed);
        }
    }

    private void dropIfUnused(Feed feed) {
        if (feed.isUnused() && feeds.remove(feed.stream(), feed)) {
            shrunk.remove(feed.stream());
            streams.leave(feed.stream(), pod)
                    .onFailure(failure -> LOG.debugf("%s stays registered for now: %s", feed.stream(), failure));
        }
    }

    /** Compares all positions with Redis and registers again, so that a lost wake-up only delays. */
    void check() {
        if (!checking) {
            checking = true;
            List<Feed> known =
                    feeds.values().stream().filter(feed -> feed.at() != null).toList();
            checkFrom(known, 0);
        }
    }

    /** In parts: a pipeline holds only so many questions. */
    private void checkFrom(List<Feed> known, int start) {
        if (start >= known.size()) {
            checking = false;
            return;
        }
        List<Feed> part = known.subList(start, Math.min(known.size(), start + CHECK_AT_ONCE)).stream()
                .filter(feed -> feeds.get(feed.stream()) == feed)
                .toList();
        List<StreamName> names = part.stream().map(Feed::stream).toList();
        List<Opening> openings = part.stream()
                .<Opening>map(feed -> new Opening.Behind(position(feed)))
                .toList();
        streams.open(names, Streams.POD, pod, openings)
                .onSuccess(found -> hub.run(() -> {
                    compare(part, found);
                    checkFrom(known, start + CHECK_AT_ONCE);
                }))
                .onFailure(failure -> {
                    LOG.warnf("Positions could not be compared, trying again: %s", failure);
                    hub.after(RETRY, () -> checkFrom(known, start));
                });
    }

    private void compare(List<Feed> known, List<Opened> found) {
        for (int i = 0; i < known.size(); i++) {
            Feed feed = known.get(i);
            switch (found.get(i)) {
                case Opened.At at
                when at.top().seq() > position(feed).seq() -> {
                    shrunk.remove(feed.stream());
                    catchUp(feed);
                }
                case Opened.At at -> shrunk.remove(feed.stream());
                case Opened.Reset reset -> lost(feed, reset.reason());
                case Opened.Forbidden forbidden -> throw new IllegalStateException("A pod may read every stream");
            }
        }
    }

    private void catchUp(Feed feed) {
        if (feed.isReading() || feed.at() == null) {
            return;
        }
        feed.reading(true);
        feed.caughtUp();
        streams.read(feed.stream(), Streams.POD, position(feed), PAGE)
                .onSuccess(page -> hub.run(() -> caughtUp(feed, page)))
                .onFailure(failure -> hub.after(RETRY, () -> {
                    feed.reading(false);
                    catchUp(feed);
                }));
    }

    private void caughtUp(Feed feed, Page page) {
        feed.reading(false);
        switch (page) {
            case Page.Of(List<StreamEntry> entries) -> {
                for (StreamEntry entry : entries) {
                    if (position(feed).leadsTo(entry)) {
                        feed.take(entry, this::remove);
                        memberUpdates.noticed(feed, entry);
                    } else if (entry.seq() > position(feed).seq()) {
                        lost(feed, "fork");
                        return;
                    }
                }
                if (entries.size() == PAGE || feed.isBehind()) {
                    catchUp(feed);
                }
            }
            case Page.Reset(String reason) -> lost(feed, reason);
            case Page.Forbidden forbidden -> throw new IllegalStateException("A pod may read every stream");
        }
    }

    /**
     * The stream is not the one we know. Shorter, it may be refilled from Kafka within seconds, and is given until the
     * next check; else everyone on it comes again and is told to reset.
     */
    private void lost(Feed feed, String reason) {
        if (reason.equals("ahead") && shrunk.add(feed.stream())) {
            return;
        }
        shrunk.remove(feed.stream());
        LOG.warnf("The stream %s is not what it was (%s): its sessions resume", feed.stream(), reason);
        for (Subscription each : new ArrayList<>(feed.subscriptions())) {
            each.session().sink().close(Farewell.POSITION_LOST);
        }
    }

    Optional<Feed> of(StreamName stream) {
        return Optional.ofNullable(feeds.get(stream));
    }

    private static Cursor position(Feed feed) {
        Cursor at = feed.at();
        if (at == null) {
            throw new IllegalStateException(feed.stream() + " was not opened yet");
        }
        return at;
    }
}
