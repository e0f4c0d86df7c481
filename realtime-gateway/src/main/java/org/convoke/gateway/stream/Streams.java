package org.convoke.gateway.stream;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Reading of streams: where a reader starts, the pages that follow, and how far a device got. */
@ApplicationScoped
public class Streams {

    /** The reader that is a pod itself and sees everything. */
    public static final String POD = "";

    private final RedisLink link;
    private final Clock clock;

    public Streams(RedisLinks redis, Clock clock) {
        this.link = redis.open();
        this.clock = clock;
    }

    /** Registers the pod for wake-ups of the stream, checks the person's right to it and finds where she starts. */
    public Future<Opened> open(StreamName stream, String user, String pod, Opening opening) {
        return link.run(opening(stream, user, pod, opening)).map(Streams::opened);
    }

    /** Only finds the top of the stream; nobody is registered. */
    public Future<Opened> look(StreamName stream, String user) {
        return open(stream, user, POD, new Opening.AtTop());
    }

    /** The same for many streams in one pipeline. */
    public Future<List<Opened>> open(List<StreamName> streams, String user, String pod, List<Opening> openings) {
        List<Script.Call> calls = new ArrayList<>();
        for (int i = 0; i < streams.size(); i++) {
            calls.add(opening(streams.get(i), user, pod, openings.get(i)));
        }
        return link.run(calls)
                .map(responses -> responses.stream().map(Streams::opened).toList());
    }

    /** At most {@code count} entries behind the position. */
    public Future<Page> read(StreamName stream, String user, Cursor behind, int count) {
        return link.run(Script.READ.on(
                        stream.tag(),
                        List.of(
                                stream.value(),
                                user,
                                behind.epoch(),
                                Long.toString(behind.seq()),
                                behind.hash(),
                                Integer.toString(count))))
                .map(Streams::page);
    }

    /** The pod holds no session on the stream any more. */
    public Future<Void> leave(StreamName stream, String pod) {
        Request request = Request.cmd(Command.SREM).arg(stream.podsKey()).arg(pod);
        return link.send(List.of(request)).mapEmpty();
    }

    /** The groups that the person is in. The seat in the group decides; this list only says where to look. */
    public Future<List<UUID>> groupsOf(String user) {
        Request request =
                Request.cmd(Command.HGETALL).arg("gw:" + StreamName.inbox(user).tag() + ":g:" + user);
        return link.send(List.of(request)).map(answers -> memberships(answers.get(0)));
    }

    private static List<UUID> memberships(Response groups) {
        return groups.getKeys().stream()
                .filter(group -> !groups.get(group).toString().endsWith(":"))
                .map(UUID::fromString)
                .toList();
    }

    /** The device has everything up to the position; beyond the top means the top. */
    public Future<Void> acknowledge(String user, String device, Cursor upTo) {
        return link.run(Script.ACKNOWLEDGE.on(
                        StreamName.inbox(user).tag(),
                        List.of(
                                user,
                                device,
                                upTo.epoch(),
                                Long.toString(upTo.seq()),
                                upTo.hash(),
                                Long.toString(clock.millis()))))
                .mapEmpty();
    }

    private static Script.Call opening(StreamName stream, String user, String pod, Opening opening) {
        List<String> arguments = new ArrayList<>(List.of(stream.value(), user, pod));
        arguments.addAll(opening.arguments());
        return Script.OPEN.on(stream.tag(), arguments);
    }

    private static Opened opened(Response answer) {
        return switch (answer.get(0).toString()) {
            case "OK" -> new Opened.At(cursor(answer, 1), counts(answer), cursor(answer, 6));
            case "RESET" ->
                new Opened.Reset(
                        cursor(answer, 1), counts(answer), answer.get(6).toString());
            case "FORBIDDEN" -> new Opened.Forbidden();
            default -> throw unknown(answer);
        };
    }

    private static Page page(Response answer) {
        return switch (answer.get(0).toString()) {
            case "OK" -> new Page.Of(entries(answer.get(1).toString(), answer.get(2)));
            case "RESET" -> new Page.Reset(answer.get(1).toString());
            case "FORBIDDEN" -> new Page.Forbidden();
            default -> throw unknown(answer);
        };
    }

    private static List<StreamEntry> entries(String epoch, Response entries) {
        return entries.stream().map(entry -> StreamEntry.of(epoch, entry)).toList();
    }

    private static Opened.Counts counts(Response answer) {
        return new Opened.Counts(answer.get(4).toInteger(), answer.get(5).toInteger());
    }

    private static Cursor cursor(Response answer, int at) {
        return new Cursor(
                answer.get(at).toString(),
                answer.get(at + 1).toLong(),
                answer.get(at + 2).toString());
    }

    private static IllegalStateException unknown(Response answer) {
        return new IllegalStateException("A script answered " + Arrays.asList(answer.toString()));
    }
}
