package org.convoke.gateway.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.trace.Span;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.convoke.gateway.stream.RedisLink;
import org.convoke.gateway.stream.RedisLinks;
import org.convoke.gateway.stream.StreamName;

/** Sends wake-ups to pods, all that one pod gets from one batch in one message. */
@ApplicationScoped
public class Wakeups {

    private static final TypeReference<List<Wakeup>> LIST = new TypeReference<>() {};

    private final RedisLinks redis;
    private final RedisLink link;
    private final ObjectMapper json;
    private final Traces traces;

    Wakeups(RedisLinks redis, ObjectMapper json, Traces traces) {
        this.traces = traces;
        this.redis = redis;
        this.link = redis.open();
        // Pods of two versions wake each other: what one does not know it passes over.
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** Fails when Redis could not be told; the position check of the pods then finds what they were not told. */
    public Future<Void> send(Map<String, List<Wakeup>> byPod) {
        if (byPod.isEmpty()) {
            return Future.succeededFuture();
        }
        List<String> pods = List.copyOf(byPod.keySet());
        List<RedisLink.Message> messages = pods.stream()
                .map(pod -> new RedisLink.Message(Pod.channel(pod), write(byPod.get(pod))))
                .toList();
        return link.publish(messages).compose(heard -> {
            List<String> silent = IntStream.range(0, pods.size())
                    .filter(i -> heard.get(i).toLong() == 0)
                    .mapToObj(pods::get)
                    .toList();
            return silent.isEmpty() ? Future.succeededFuture() : forgetDead(silent, byPod);
        });
    }

    private Future<Void> forgetDead(List<String> silent, Map<String, List<Wakeup>> byPod) {
        return redis.unheard(silent.stream().map(Pod::channel).toList()).compose(unheard -> {
            List<Request> dead = silent.stream()
                    .filter(pod -> unheard.contains(Pod.channel(pod)))
                    .flatMap(pod -> strikeOff(pod, byPod.get(pod)).stream())
                    .toList();
            return dead.isEmpty() ? Future.succeededFuture() : link.send(dead).mapEmpty();
        });
    }

    /** A pod that hears nothing has died, or will look and register again once it is back. */
    private static List<Request> strikeOff(String pod, List<Wakeup> wakeups) {
        return wakeups.stream()
                .flatMap(wakeup -> registration(wakeup).stream())
                .map(key -> Request.cmd(Command.SREM).arg(key).arg(pod))
                .toList();
    }

    private static Optional<String> registration(Wakeup wakeup) {
        return switch (wakeup) {
            case Wakeup.Appended appended -> Optional.of(new StreamName(appended.stream()).podsKey());
            case Wakeup.Hint hint -> Optional.of(hint.watchersKey());
            case Wakeup.Joined joined -> Optional.empty();
            case Wakeup.Left left -> Optional.empty();
            case Wakeup.Erased erased -> Optional.empty();
            case Wakeup.Aside aside -> Optional.empty();
        };
    }

    /** Hands an event to the sessions of this pod. */
    public void deliver(Wakeup.Appended appended, Runnable delivery) {
        Span span = traces.begin("deliver", appended.traceparent());
        delivery.run();
        span.end();
    }

    public List<Wakeup> read(String message) throws JsonProcessingException {
        return json.readValue(message, LIST);
    }

    private String write(List<Wakeup> wakeups) {
        try {
            return json.writerFor(LIST).writeValueAsString(wakeups);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A wake-up that has no JSON", e);
        }
    }
}
