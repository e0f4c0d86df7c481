package org.convoke.gateway.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.convoke.gateway.stream.Cursor;
import org.convoke.gateway.stream.StreamName;

/** One signed-in connection of one person. Lives on the hub's thread. */
public final class Session {

    private final String id = UUID.randomUUID().toString();
    private final String device;
    private final Sink sink;
    private final Map<StreamName, Subscription> subscriptions = new HashMap<>();
    private final Deque<Subscription> replays = new ArrayDeque<>();
    /** Groups she joined while the session was still being opened. */
    private final Set<UUID> joinedMeanwhile = new LinkedHashSet<>();

    /** Channels that the client has left by its own wish. */
    private final Set<StreamName> declined = new LinkedHashSet<>();

    /** Channels that the client has asked for. */
    private final Set<StreamName> wished = new LinkedHashSet<>();

    private Identity identity;
    private int changes;
    private boolean open;
    private boolean closed;

    public Session(Identity identity, String device, Sink sink) {
        this.identity = identity;
        this.device = device;
        this.sink = sink;
    }

    public String id() {
        return id;
    }

    public String userId() {
        return identity.userId();
    }

    Identity identity() {
        return identity;
    }

    /** By a token of the same person. */
    void refreshed(Identity fresh) {
        identity = fresh;
    }

    public String device() {
        return device;
    }

    public Sink sink() {
        return sink;
    }

    /** Subscriptions that have not gone live yet; the first is under way. */
    Deque<Subscription> replays() {
        return replays;
    }

    Map<StreamName, Subscription> subscriptions() {
        return subscriptions;
    }

    void subscribe(Subscription subscription) {
        subscriptions.put(subscription.stream(), subscription);
        changes++;
    }

    void unsubscribe(Subscription subscription) {
        subscriptions.remove(subscription.stream(), subscription);
        changes++;
    }

    /** Goes up whenever she hears one channel more or less. */
    public int changes() {
        return changes;
    }

    /** How many channels she hears. */
    public int channels() {
        return subscriptions.size();
    }

    /** How far she is in each channel that she hears. */
    public void positions(BiConsumer<StreamName, Cursor> reader) {
        subscriptions.forEach((channel, subscription) -> reader.accept(channel, subscription.at()));
    }

    public boolean isSubscribedTo(StreamName channel) {
        return subscriptions.containsKey(channel);
    }

    Optional<Subscription> subscription(StreamName channel) {
        return Optional.ofNullable(subscriptions.get(channel));
    }

    Set<UUID> joinedMeanwhile() {
        return joinedMeanwhile;
    }

    Set<StreamName> declined() {
        return declined;
    }

    /** Channels that the client does not want to hear. */
    public Set<StreamName> left() {
        return Set.copyOf(declined);
    }

    /** How many channels the client listens to, or is about to, because it asked for them. */
    public int wishes() {
        return wished.size();
    }

    Set<StreamName> wished() {
        return wished;
    }

    /** Whether the client has been told that it is ready. */
    public boolean isOpen() {
        return open;
    }

    void markOpen() {
        open = true;
    }

    boolean isClosed() {
        return closed;
    }

    void markClosed() {
        closed = true;
    }
}
