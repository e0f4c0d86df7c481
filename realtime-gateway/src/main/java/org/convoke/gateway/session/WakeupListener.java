package org.convoke.gateway.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.convoke.gateway.GatewayConfig;
import org.convoke.gateway.delivery.Pod;
import org.convoke.gateway.delivery.Wakeup;
import org.convoke.gateway.delivery.Wakeups;
import org.convoke.gateway.stream.RedisLinks;
import org.convoke.gateway.stream.StreamEntry;
import org.convoke.gateway.stream.StreamName;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hears the wake-ups of this pod on a Redis connection of its own, which it opens again whenever it breaks or falls
 * silent; all positions are compared then, for what was missed meanwhile.
 */
@ApplicationScoped
class WakeupListener {

    private static final Logger LOG = Logger.getLogger(WakeupListener.class);
    private static final Duration RETRY = Duration.ofMillis(500);
    private static final Duration ECHO = Duration.ofSeconds(2);
    /** An echo that comes so late says that Redis was away or hung. */
    private static final Duration LATE = Duration.ofSeconds(3);

    private static final Duration SILENCE = Duration.ofSeconds(8);

    private final RedisLinks redis;
    private final Pod pod;
    private final Wakeups wakeups;
    private final Hub hub;
    private final Feeds feeds;
    private final HubThread thread;
    private final Duration positionCheck;

    private @Nullable RedisConnection connection;
    private boolean connecting;
    private long echoes;
    private long askedAt;
    private long connectedAt;
    /** Of a new connection nothing was heard yet: what was said before it may be missing. */
    private boolean isNew;

    private volatile long heardAt;
    private volatile boolean closed;

    WakeupListener(
            RedisLinks redis, Pod pod, Wakeups wakeups, Hub hub, Feeds feeds, HubThread thread, GatewayConfig config) {
        this.redis = redis;
        this.pod = pod;
        this.wakeups = wakeups;
        this.hub = hub;
        this.feeds = feeds;
        this.thread = thread;
        this.positionCheck = config.positionCheck();
    }

    void start(@Observes StartupEvent event) {
        thread.run(this::connect);
        thread.every(ECHO, this::echo);
        thread.every(positionCheck, this::check);
    }

    void stop(@Observes ShutdownEvent event) {
        closed = true;
    }

    /** Whether a wake-up of this pod to itself came back a short while ago. */
    boolean hears() {
        return heardAt != 0 && System.nanoTime() - heardAt < SILENCE.toNanos();
    }

    private void connect() {
        if (closed) {
            return;
        }
        connecting = true;
        redis.listening(pod.channel())
                .compose(this::subscribe)
                .onSuccess(live -> thread.run(() -> connected(live)))
                .onFailure(failure -> {
                    LOG.warnf("No wake-ups are heard, trying again: %s", failure);
                    thread.after(RETRY, this::connect);
                });
    }

    private Future<RedisConnection> subscribe(RedisConnection live) {
        live.handler(message -> thread.run(() -> heard(message)));
        live.exceptionHandler(failure -> ended(live));
        live.endHandler(end -> ended(live));
        return live.send(Request.cmd(Command.SUBSCRIBE).arg(pod.channel())).map(live);
    }

    /** The connection stands; it hears only from the first echo on. */
    private void connected(RedisConnection live) {
        connecting = false;
        connection = live;
        connectedAt = System.nanoTime();
        isNew = true;
    }

    private void check() {
        feeds.check();
        hub.checkGroups();
        hub.observers().forEach(SessionObserver::check);
    }

    private void ended(RedisConnection dead) {
        if (!closed) {
            thread.run(() -> broken(dead));
        }
    }

    private void broken(RedisConnection dead) {
        if (connection == dead) {
            connection = null;
            dead.close();
            connect();
        }
    }

    private void echo() {
        RedisConnection current = connection;
        if (current != null && !hears() && System.nanoTime() - connectedAt > SILENCE.toNanos()) {
            LOG.warn("No wake-up came back: the connection is opened again");
            broken(current);
        } else if (!connecting) {
            askedAt = System.nanoTime();
            wakeups.send(Map.of(pod.id(), List.of(new Wakeup.Echo(++echoes))))
                    .onFailure(failure -> LOG.debugf("No echo: %s", failure));
        }
    }

    /** After a silence, wake-ups may be missing. */
    private void echoed(long number) {
        if (number == echoes) {
            feeds.metrics().echoed(System.nanoTime() - askedAt);
        }
        boolean silence = System.nanoTime() - heardAt > LATE.toNanos();
        heardAt = System.nanoTime();
        if (silence || isNew) {
            isNew = false;
            check();
        }
    }

    private void heard(Response message) {
        if (message.size() != 3 || !message.get(0).toString().equals("message")) {
            return;
        }
        try {
            wakeups.read(message.get(2).toString()).forEach(this::wake);
        } catch (JsonProcessingException e) {
            LOG.errorf("A wake-up that is none: %s", e.getOriginalMessage());
        }
    }

    /** Again a little later, for whoever was coming in just then. */
    private void signedOut(Logout logout) {
        hub.signedOut(logout);
        thread.after(RETRY, () -> hub.signedOut(logout));
    }

    private void wake(Wakeup wakeup) {
        switch (wakeup) {
            case Wakeup.Appended appended ->
                wakeups.deliver(
                        appended,
                        () -> feeds.wake(
                                new StreamName(appended.stream()), new StreamEntry(appended.at(), appended.event())));
            case Wakeup.Joined joined -> {
                hub.joined(joined.userId(), joined.groupId());
                hub.observers().forEach(observer -> observer.regrouped(joined.userId()));
            }
            case Wakeup.Left left -> {
                hub.left(left.userId(), left.groupId());
                hub.observers().forEach(observer -> observer.regrouped(left.userId()));
            }
            case Wakeup.Hint hint -> hub.observers().forEach(observer -> observer.hinted(hint));
            case Wakeup.Erased erased -> hub.erased(erased.userId());
            case Wakeup.Replaced replaced -> hub.replaced(replaced.userId(), replaced.sessionId());
            case Wakeup.SignedOut out -> signedOut(new Logout(out.userId(), out.login(), out.at()));
            case Wakeup.Passing passing ->
                feeds.pass(new StreamName(passing.stream()), passing.userId(), passing.event());
            case Wakeup.Echo(long number) -> echoed(number);
        }
    }
}
