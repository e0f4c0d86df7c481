package org.convoke.gateway.wire;

import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convoke.gateway.GatewayConfig;
import org.convoke.gateway.presence.PresenceHub;
import org.convoke.gateway.session.Session;

/** What a signed-in client may ask and say about presence. Hub thread only. */
@ApplicationScoped
class PresenceCommands {

    private final PresenceHub hub;
    private final GatewayConfig config;

    PresenceCommands(PresenceHub hub, GatewayConfig config) {
        this.hub = hub;
        this.config = config;
    }

    Future<Answer> handle(Session live, Command.Presence wish) {
        if (hub.watched() > 0
                && wish.watch().filter(people -> people.size() > hub.watched()).isPresent()) {
            return Future.succeededFuture(
                    new Answer.Refused(Refusal.LIMIT, "at most " + hub.watched() + " people are watched"));
        }
        return set(live, wish)
                .compose(done -> watch(live, wish.watch()))
                .<Answer>map(new Answer.Done())
                .otherwise(Commands.TRY_AGAIN);
    }

    private Future<Void> set(Session live, Command.Presence wish) {
        return wish.set().map(choice -> hub.set(live, choice)).orElseGet(Future::succeededFuture);
    }

    private Future<Void> watch(Session live, Optional<Set<String>> people) {
        return people.map(each -> hub.watch(live, each)).orElseGet(Future::succeededFuture);
    }

    /** Whether the session listens to as many channels as it may, of both kinds. */
    boolean isFull(Session live) {
        return config.subscriptions() > 0 && live.wishes() + hub.channels(live) >= config.subscriptions();
    }

    Future<Answer> subscribe(Session live, String channel) {
        Optional<UUID> group = PresenceChannel.group(channel);
        if (group.isEmpty()) {
            return Future.succeededFuture(Commands.UNKNOWN);
        }
        return hub.join(live, group.get())
                .<Answer>map(answer -> switch (answer) {
                    case LISTENING -> new Answer.Watching(channel);
                    case ALREADY -> Commands.ALREADY;
                    case REFUSED -> Commands.FORBIDDEN;
                })
                .otherwise(Commands.TRY_AGAIN);
    }

    Answer unsubscribe(Session live, String channel) {
        return PresenceChannel.group(channel)
                        .filter(group -> hub.leave(live, group))
                        .isPresent()
                ? new Answer.Done()
                : new Answer.Refused(Refusal.UNKNOWN_CHANNEL, "not subscribed to it");
    }

    /** The person has done something. */
    void active(Session live) {
        hub.active(live);
    }
}
