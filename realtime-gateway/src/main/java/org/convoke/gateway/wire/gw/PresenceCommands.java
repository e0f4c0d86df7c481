package org.convoke.gateway.wire.gw;

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
    private final FrameWriter writer;
    private final GatewayConfig config;

    PresenceCommands(PresenceHub hub, FrameWriter writer, GatewayConfig config) {
        this.hub = hub;
        this.writer = writer;
        this.config = config;
    }

    void handle(GwConnection connection, long id, Session live, ClientFrame.Presence frame) {
        if (frame.watch().filter(people -> people.size() > hub.watched()).isPresent()) {
            connection.say(writer.error(id, GwError.LIMIT, "at most " + hub.watched() + " people are watched"));
            return;
        }
        set(live, frame)
                .compose(done -> watch(live, frame.watch()))
                .onSuccess(done -> connection.say(writer.ok(id, writer.data())))
                .onFailure(failure -> connection.say(writer.error(id, GwError.INTERNAL, "try again")));
    }

    private Future<Void> set(Session live, ClientFrame.Presence frame) {
        return frame.set().map(choice -> hub.set(live, choice)).orElseGet(Future::succeededFuture);
    }

    private Future<Void> watch(Session live, Optional<Set<String>> people) {
        return people.map(each -> hub.watch(live, each)).orElseGet(Future::succeededFuture);
    }

    /** Whether the session listens to as many channels as it may, of both kinds. */
    boolean isFull(Session live) {
        return live.wishes() + hub.channels(live) >= config.subscriptions();
    }

    void subscribe(GwConnection connection, long id, Session live, String channel) {
        Optional<UUID> group = PresenceChannel.group(channel);
        if (group.isEmpty()) {
            connection.say(writer.error(id, GwError.UNKNOWN_CHANNEL, "there is no such kind of channel"));
            return;
        }
        hub.join(live, group.get())
                .onSuccess(answer -> connection.say(
                        switch (answer) {
                            case LISTENING -> writer.ok(id, writer.data().put("ch", channel));
                            case ALREADY -> writer.error(id, GwError.ALREADY_SUBSCRIBED, "subscribed already");
                            case REFUSED -> writer.error(id, GwError.FORBIDDEN, "there is no such channel for you");
                        }));
    }

    void unsubscribe(GwConnection connection, long id, Session live, String channel) {
        boolean left = PresenceChannel.group(channel)
                .filter(group -> hub.leave(live, group))
                .isPresent();
        connection.say(
                left
                        ? writer.ok(id, writer.data())
                        : writer.error(id, GwError.UNKNOWN_CHANNEL, "not subscribed to it"));
    }

    /** What a client says by itself, while nobody is there, is no sign of the person. */
    void noticed(Session live, ClientFrame frame) {
        boolean byItself = switch (frame) {
            case ClientFrame.Ping ping -> true;
            case ClientFrame.Pong pong -> true;
            case ClientFrame.Ack ack -> true;
            case ClientFrame.Refresh refresh -> true;
            case ClientFrame.Auth auth -> false;
            case ClientFrame.Sub sub -> false;
            case ClientFrame.Unsub unsub -> false;
            case ClientFrame.Presence presence -> false;
            case ClientFrame.Live activity -> false;
        };
        if (!byItself) {
            hub.active(live);
        }
    }
}
