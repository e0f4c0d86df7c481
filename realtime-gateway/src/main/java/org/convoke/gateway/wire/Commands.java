package org.convoke.gateway.wire;

import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.convoke.gateway.live.Activity;
import org.convoke.gateway.live.LiveActivity;
import org.convoke.gateway.live.Told;
import org.convoke.gateway.session.Hub;
import org.convoke.gateway.session.HubThread;
import org.convoke.gateway.session.Session;
import org.convoke.gateway.stream.Cursor;
import org.convoke.gateway.stream.StreamName;
import org.convoke.gateway.stream.Streams;
import org.jboss.logging.Logger;

/** What a signed-in client may ask for. Hub thread only; an answer is given before what follows from it. */
@ApplicationScoped
class Commands {

    static final Answer FORBIDDEN = new Answer.Refused(Refusal.FORBIDDEN, "there is no such channel for you");
    static final Answer ALREADY = new Answer.Refused(Refusal.ALREADY_SUBSCRIBED, "subscribed already");
    static final Answer UNKNOWN = new Answer.Refused(Refusal.UNKNOWN_CHANNEL, "there is no such kind of channel");
    static final Answer TRY_AGAIN = new Answer.Refused(Refusal.INTERNAL, "try again");

    private static final Logger LOG = Logger.getLogger(Commands.class);
    private static final Answer FULL = new Answer.Refused(Refusal.LIMIT, "as many channels as a session may ask for");

    private final Hub hub;
    private final HubThread hubThread;
    private final Streams streams;
    private final LiveActivity liveActivity;
    private final PresenceCommands presence;

    Commands(Hub hub, HubThread hubThread, Streams streams, LiveActivity liveActivity, PresenceCommands presence) {
        this.hub = hub;
        this.hubThread = hubThread;
        this.streams = streams;
        this.liveActivity = liveActivity;
        this.presence = presence;
    }

    PresenceCommands presence() {
        return presence;
    }

    Answer acknowledge(Session live, String cursor) {
        Optional<Cursor> upTo = Cursor.parse(cursor);
        if (upTo.isEmpty()) {
            return new Answer.Malformed("cur is no cursor");
        }
        streams.acknowledge(live.userId(), live.device(), upTo.get())
                .onFailure(failure -> LOG.debugf("An ack was not kept, the next one will be: %s", failure));
        return new Answer.Done();
    }

    Future<Answer> subscribe(Session live, Command.Sub sub) {
        if (presence.isFull(live)) {
            return Future.succeededFuture(FULL);
        }
        if (PresenceChannel.isOne(sub.channel())) {
            return presence.subscribe(live, sub.channel());
        }
        Optional<StreamName> channel = StreamName.parse(sub.channel());
        if (channel.isEmpty()) {
            return Future.succeededFuture(UNKNOWN);
        }
        return hub.subscribe(live, channel.get(), sub.cursor().map(CommandReader::cursor))
                .map(answer -> switch (answer) {
                    case Hub.Answer.Listening(var top, var resume) -> new Answer.Listening(channel.get(), top, resume);
                    case Hub.Answer.Already already -> ALREADY;
                    case Hub.Answer.Refused refused -> FORBIDDEN;
                })
                .otherwise(TRY_AGAIN);
    }

    Answer unsubscribe(Session live, String channel) {
        if (PresenceChannel.isOne(channel)) {
            return presence.unsubscribe(live, channel);
        }
        Optional<StreamName> name = StreamName.parse(channel);
        boolean own = name.filter(each -> each.isInboxOf(live.userId())).isPresent();
        return name.isPresent() && !own && hub.unsubscribe(live, name.get())
                ? new Answer.Done()
                : new Answer.Refused(Refusal.UNKNOWN_CHANNEL, "not subscribed to it, or not to be left");
    }

    Future<Answer> tell(Session live, Command.Live said) {
        Optional<StreamName> group = StreamName.parse("g:" + said.group());
        if (group.isEmpty()) {
            return Future.succeededFuture(new Answer.Refused(Refusal.UNKNOWN_CHANNEL, "g is no id of a group"));
        }
        Activity activity = new Activity(UUID.fromString(group.get().id()), live.userId(), said.kind());
        return hubThread
                .hear(liveActivity.tell(live.id(), activity))
                .map(told -> switch (told) {
                    case Told.PassedOn passedOn -> new Answer.Done();
                    case Told.NotAMember notAMember -> FORBIDDEN;
                    case Told.TooSoon(Duration after) ->
                        new Answer.Refused(Refusal.RATE, "once in two seconds", Optional.of(after));
                })
                .otherwise(TRY_AGAIN);
    }
}
