package org.convoke.gateway.wire.gw;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.convoke.gateway.live.Activity;
import org.convoke.gateway.live.LiveActivity;
import org.convoke.gateway.live.Told;
import org.convoke.gateway.session.Hub;
import org.convoke.gateway.session.Resume;
import org.convoke.gateway.session.Session;
import org.convoke.gateway.stream.Cursor;
import org.convoke.gateway.stream.StreamName;
import org.convoke.gateway.stream.Streams;
import org.convoke.gateway.wire.TextFrame;
import org.jboss.logging.Logger;

/** What a signed-in client may ask for, and how it is answered. Hub thread only. */
@ApplicationScoped
class Commands {

    private static final Logger LOG = Logger.getLogger(Commands.class);

    private final Hub hub;
    private final Streams streams;
    private final LiveActivity liveActivity;
    private final FrameWriter writer;

    Commands(Hub hub, Streams streams, LiveActivity liveActivity, FrameWriter writer) {
        this.hub = hub;
        this.streams = streams;
        this.liveActivity = liveActivity;
        this.writer = writer;
    }

    void acknowledge(GwConnection connection, long id, Session live, String cursor) {
        Optional<Cursor> upTo = Cursor.parse(cursor);
        if (upTo.isEmpty()) {
            connection.malformed(id, "d.cur is no cursor");
            return;
        }
        streams.acknowledge(live.userId(), live.device(), upTo.get())
                .onFailure(failure -> LOG.debugf("An ack was not kept, the next one will be: %s", failure));
    }

    void subscribe(GwConnection connection, long id, Session live, ClientFrame.Sub sub) {
        Optional<StreamName> channel = StreamName.parse(sub.channel());
        if (channel.isEmpty()) {
            connection.say(writer.error(id, GwError.UNKNOWN_CHANNEL, "there is no such kind of channel"));
            return;
        }
        Optional<Cursor> cursor = sub.cursor().map(text -> Cursor.parse(text).orElse(Cursor.NOWHERE));
        hub.subscribe(live, channel.get(), cursor)
                .onSuccess(answer -> connection.say(answer(id, channel.get(), answer)))
                .onFailure(failure -> connection.say(writer.error(id, GwError.INTERNAL, "try again")));
    }

    private TextFrame answer(long id, StreamName channel, Hub.Answer answer) {
        return switch (answer) {
            case Hub.Answer.Listening(Cursor top, Resume resume) ->
                writer.ok(id, writer.listening(channel, top, resume));
            case Hub.Answer.Already already -> writer.error(id, GwError.ALREADY_SUBSCRIBED, "subscribed already");
            case Hub.Answer.Refused refused -> forbidden(id);
        };
    }

    void unsubscribe(GwConnection connection, long id, Session live, String channel) {
        Optional<StreamName> name = StreamName.parse(channel);
        boolean own = name.filter(each -> each.isInboxOf(live.userId())).isPresent();
        boolean left = name.isPresent() && !own && hub.unsubscribe(live, name.get());
        connection.say(
                left
                        ? writer.ok(id, writer.data())
                        : writer.error(id, GwError.UNKNOWN_CHANNEL, "not subscribed to it, or not to be left"));
    }

    void tell(GwConnection connection, long id, Session live, ClientFrame.Live said) {
        Optional<StreamName> group = StreamName.parse("g:" + said.group());
        if (group.isEmpty()) {
            connection.say(writer.error(id, GwError.UNKNOWN_CHANNEL, "d.g is no id of a group"));
            return;
        }
        Activity activity = new Activity(UUID.fromString(group.get().id()), live.userId(), said.kind());
        connection
                .context()
                .hubThread()
                .hear(liveActivity.tell(live.id(), activity))
                .onSuccess(told -> answer(id, told).ifPresent(connection::say))
                .onFailure(failure -> connection.say(writer.error(id, GwError.INTERNAL, "try again")));
    }

    /** Who gave no id does not wait for an answer. */
    private Optional<TextFrame> answer(long id, Told told) {
        return switch (told) {
            case Told.PassedOn passedOn when id == 0 -> Optional.empty();
            case Told.PassedOn passedOn -> Optional.of(writer.ok(id, writer.data()));
            case Told.NotAMember notAMember -> Optional.of(forbidden(id));
            case Told.TooSoon(Duration after) ->
                Optional.of(writer.error(id, GwError.RATE, "once in two seconds", after));
        };
    }

    private TextFrame forbidden(long id) {
        return writer.error(id, GwError.FORBIDDEN, "there is no such channel for you");
    }
}
