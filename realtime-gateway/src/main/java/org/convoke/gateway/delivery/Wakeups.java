package org.convoke.gateway.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convoke.gateway.stream.RedisLink;
import org.convoke.gateway.stream.StreamName;

/** Sends wake-ups to pods, all that one pod gets from one batch in one message. */
@ApplicationScoped
public class Wakeups {

    private static final TypeReference<List<Wakeup>> LIST = new TypeReference<>() {};

    private final RedisLink link;
    private final ObjectMapper json;

    Wakeups(Redis redis, ObjectMapper json) {
        this.link = new RedisLink(redis);
        // Pods of two versions wake each other: what one does not know it passes over.
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** Fails when Redis could not be told; the position check of the pods then finds what they were not told. */
    public Future<Void> send(Map<String, List<Wakeup>> byPod) {
        if (byPod.isEmpty()) {
            return Future.succeededFuture();
        }
        List<String> pods = List.copyOf(byPod.keySet());
        List<Request> requests = pods.stream()
                .map(pod -> Request.cmd(Command.PUBLISH).arg(Pod.channel(pod)).arg(write(byPod.get(pod))))
                .toList();
        return link.send(requests).compose(heard -> {
            List<Request> dead = new ArrayList<>();
            for (int i = 0; i < pods.size(); i++) {
                if (heard.get(i).toLong() == 0) {
                    dead.addAll(strikeOff(pods.get(i), byPod.get(pods.get(i))));
                }
            }
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
