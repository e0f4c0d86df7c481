package org.convoke.gateway.session;

import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convoke.gateway.delivery.Pod;
import org.convoke.gateway.stream.Cursor;
import org.convoke.gateway.stream.Opened;
import org.convoke.gateway.stream.Opening;
import org.convoke.gateway.stream.StreamName;
import org.convoke.gateway.stream.Streams;
import org.jboss.logging.Logger;

/** The sessions of this pod and the channels each listens to. Everything here runs on the hub thread. */
@ApplicationScoped
public class Hub {

    private static final Logger LOG = Logger.getLogger(Hub.class);

    private final Map<String, Set<Session>> people = new HashMap<>();
    private final List<SessionObserver> observers = new ArrayList<>();
    private final HubThread thread;
    private final Streams streams;
    private final Feeds feeds;
    private final Replay replay;
    private final String pod;

    Hub(HubThread thread, Streams streams, Feeds feeds, Replay replay, Pod pod) {
        this.thread = thread;
        this.streams = streams;
        this.feeds = feeds;
        this.replay = replay;
        this.pod = pod.id();
    }

    /** Tells the observer of all sessions from now on. */
    public void attach(SessionObserver observer) {
        thread.run(() -> observers.add(observer));
    }

    List<SessionObserver> observers() {
        return observers;
    }

    /**
     * What a client brings when it signs in.
     *
     * @param left channels that it does not want to hear
     * @param whole whether it knew all its channels, so that it missed one that is not among them from its beginning
     */
    public record Arrival(
            Optional<Cursor> inbox, Map<StreamName, Cursor> channels, Set<StreamName> left, boolean whole) {

        /** Channels without a position start live. */
        public static Arrival at(Optional<Cursor> inbox, Map<StreamName, Cursor> channels) {
            return new Arrival(inbox, channels, Set.of(), false);
        }

        private Opening opening(StreamName channel) {
            Cursor cursor = channels.get(channel);
            if (cursor != null) {
                return new Opening.Behind(cursor);
            }
            return whole && channel.isGroup() ? new Opening.AllSinceJoining() : new Opening.AtTop();
        }
    }

    /** What becomes of a wish to listen. */
    public sealed interface Answer {
        record Listening(Cursor top, Resume resume) implements Answer {}

        record Already() implements Answer {}

        record Refused() implements Answer {}
    }

    /** Lets the session in: its inbox, its groups and the public channel, each from where it left off. */
    Future<Void> open(Session session, Arrival arrival) {
        people.computeIfAbsent(session.userId(), first -> new HashSet<>()).add(session);
        StreamName inbox = StreamName.inbox(session.userId());
        Opening opening = arrival.inbox()
                .<Opening>map(Opening.Behind::new)
                .orElseGet(() -> new Opening.OfDevice(session.device()));
        Feed feed = feeds.opening(inbox);
        return onHub(streams.open(inbox, session.userId(), pod, opening))
                .compose(opened -> onHub(streams.groupsOf(session.userId()))
                        .compose(groups -> openChannels(session, arrival, opened, groups)))
                .onFailure(failure -> close(session))
                .onComplete(over -> feeds.openingOver(feed));
    }

    private Future<Void> openChannels(Session session, Arrival arrival, Opened inbox, List<UUID> groups) {
        List<StreamName> own = channels(arrival, groups);
        List<Feed> opening = own.stream().map(feeds::opening).toList();
        List<Opening> openings = own.stream().map(arrival::opening).toList();
        return onHub(streams.open(own, session.userId(), pod, openings))
                .<Void>map(opened -> {
                    if (!session.isClosed()) {
                        letIn(session, arrival, inbox, own, opened);
                    }
                    return null;
                })
                .onComplete(over -> opening.forEach(feeds::openingOver));
    }

    /** Also those that she only holds a position in: of a deleted group she may have missed the end. */
    private static List<StreamName> channels(Arrival arrival, List<UUID> groups) {
        Set<StreamName> channels = new LinkedHashSet<>(List.of(StreamName.PUBLIC));
        groups.forEach(group -> channels.add(StreamName.group(group)));
        arrival.channels().keySet().stream().filter(StreamName::isGroup).forEach(channels::add);
        channels.removeAll(arrival.left());
        return List.copyOf(channels);
    }

    private void letIn(Session session, Arrival arrival, Opened inbox, List<StreamName> own, List<Opened> opened) {
        StreamName inboxName = StreamName.inbox(session.userId());
        List<Sink.Channel> channels = new ArrayList<>();
        Set<StreamName> refused = new HashSet<>(arrival.channels().keySet());
        refused.remove(inboxName);
        List<Subscription> starting = new ArrayList<>();
        session.declined().addAll(arrival.left());
        Resume resume = listen(session, inboxName, inbox, true, starting);
        for (int i = 0; i < own.size(); i++) {
            StreamName channel = own.get(i);
            if (!(opened.get(i) instanceof Opened.Forbidden)) {
                boolean asked = arrival.channels().containsKey(channel);
                Resume channelResume = listen(session, channel, opened.get(i), asked, starting);
                channels.add(new Sink.Channel(channel, opened.get(i).top(), channelResume));
                refused.remove(channel);
            }
        }
        session.sink().ready(new Sink.Ready(inbox.top(), inbox.counts(), resume, channels, List.copyOf(refused)));
        session.markOpen();
        feeds.metrics().opened(session, resume);
        observers.forEach(observer -> observer.opened(session));
        starting.forEach(replay::start);
        session.joinedMeanwhile().forEach(group -> join(session, group));
    }

    /** Creates the subscription; it starts once the client knows of it. */
    private Resume listen(
            Session session, StreamName channel, Opened opened, boolean asked, List<Subscription> starting) {
        Cursor top = opened.top();
        Cursor from = opened instanceof Opened.At at ? at.from() : top;
        boolean missed = from.seq() < top.seq();
        Subscription subscription = new Subscription(session, channel, from, top, asked && missed);
        session.subscribe(subscription);
        feeds.begin(subscription, top);
        starting.add(subscription);
        if (opened instanceof Opened.Reset reset) {
            return new Resume.Reset(reset.reason());
        }
        return missed ? new Resume.Replay() : new Resume.None();
    }

    /** Listens to one more channel, from the position or else live from its top. */
    public Future<Answer> subscribe(Session session, StreamName channel, Optional<Cursor> cursor) {
        if (session.isSubscribedTo(channel)) {
            return Future.succeededFuture(new Answer.Already());
        }
        if (!channel.isGroup() && !channel.equals(StreamName.PUBLIC)) {
            return Future.succeededFuture(new Answer.Refused());
        }
        session.declined().remove(channel);
        session.wished().add(channel);
        return open(session, channel, from(cursor), cursor.isPresent()).onComplete(answer -> {
            if (answer.failed() || answer.result() instanceof Answer.Refused) {
                session.wished().remove(channel);
            }
        });
    }

    private Future<Answer> open(Session session, StreamName channel, Opening opening, boolean asked) {
        Feed feed = feeds.opening(channel);
        return onHub(streams.open(channel, session.userId(), pod, opening))
                .map(opened -> opened(session, channel, opening, asked, opened))
                .onComplete(over -> feeds.openingOver(feed));
    }

    private Answer opened(Session session, StreamName channel, Opening opening, boolean asked, Opened opened) {
        if (opened instanceof Opened.Forbidden || session.isClosed()) {
            return new Answer.Refused();
        }
        if (session.isSubscribedTo(channel)) {
            return new Answer.Already();
        }
        List<Subscription> starting = new ArrayList<>();
        Resume resume = listen(session, channel, opened, asked, starting);
        if (opening instanceof Opening.SinceJoining) {
            starting.forEach(each -> session.sink().joined(channel, each.at()));
        }
        // Behind the answer to the client.
        starting.forEach(each -> thread.run(() -> replay.start(each)));
        return new Answer.Listening(opened.top(), resume);
    }

    /** @return whether the session was listening */
    public boolean unsubscribe(Session session, StreamName channel) {
        Optional<Subscription> subscription = session.subscription(channel);
        subscription.ifPresent(feeds::remove);
        session.declined().add(channel);
        return subscription.isPresent();
    }

    /** The connection is gone. */
    void close(Session session) {
        if (!session.isClosed()) {
            observers.forEach(observer -> observer.closed(session));
            feeds.metrics().closed(session);
        }
        session.markClosed();
        List.copyOf(session.subscriptions().values()).forEach(feeds::remove);
        people.computeIfPresent(session.userId(), (user, sessions) -> {
            sessions.remove(session);
            return sessions.isEmpty() ? null : sessions;
        });
    }

    void joined(String userId, UUID groupId) {
        for (Session session : sessionsOf(userId)) {
            if (session.isOpen()) {
                join(session, groupId);
            } else {
                session.joinedMeanwhile().add(groupId);
            }
        }
    }

    /** Finds joins of which no wake-up came. */
    void checkGroups() {
        checkGroups(List.copyOf(people.keySet()), 0);
    }

    private void checkGroups(List<String> users, int next) {
        if (next < users.size()) {
            String user = users.get(next);
            onHub(streams.groupsOf(user))
                    .onSuccess(groups -> groups.forEach(group -> joined(user, group)))
                    .onSuccess(groups -> checkGroups(users, next + 1))
                    .onFailure(failure -> LOG.warnf("Joins are looked for again later: %s", failure));
        }
    }

    private void join(Session session, UUID groupId) {
        StreamName channel = StreamName.group(groupId);
        if (!session.isSubscribedTo(channel) && !session.declined().contains(channel)) {
            open(session, channel, new Opening.SinceJoining(), false).onFailure(failure -> {
                LOG.warnf("%s cannot be opened: the session comes again: %s", channel, failure);
                session.sink().close(Farewell.INTERNAL);
            });
        }
    }

    /** Perhaps no member any more: the stream's owner decides. */
    void left(String userId, UUID groupId) {
        StreamName channel = StreamName.group(groupId);
        for (Session session : sessionsOf(userId)) {
            session.subscription(channel)
                    .ifPresent(subscription -> onHub(
                                    streams.open(channel, userId, pod, new Opening.Behind(subscription.at())))
                            .onSuccess(opened -> {
                                if (opened instanceof Opened.Forbidden) {
                                    feeds.remove(subscription);
                                }
                            })
                            .onFailure(failure -> session.sink().close(Farewell.INTERNAL)));
        }
    }

    /** Her device has connected again. */
    void replaced(String userId, String sessionId) {
        sessionsOf(userId).stream()
                .filter(session -> session.id().equals(sessionId))
                .forEach(session -> session.sink().close(Farewell.REPLACED));
    }

    /** A login of hers is over. */
    void signedOut(Logout logout) {
        sessionsOf(logout.userId()).stream()
                .filter(session -> logout.ends(session.identity()))
                .forEach(session -> session.sink().close(Farewell.SIGNED_OUT));
    }

    /** Nothing of hers is left here. */
    void erased(String userId) {
        sessionsOf(userId).forEach(session -> session.sink().close(Farewell.REVOKED));
    }

    /** All sessions of this pod. */
    public List<Session> sessions() {
        return people.values().stream().flatMap(Set::stream).toList();
    }

    private List<Session> sessionsOf(String userId) {
        return List.copyOf(people.getOrDefault(userId, Set.of()));
    }

    private <T> Future<T> onHub(Future<T> answer) {
        return thread.hear(answer);
    }

    private static Opening from(Optional<Cursor> cursor) {
        return cursor.<Opening>map(Opening.Behind::new).orElseGet(Opening.AtTop::new);
    }
}
