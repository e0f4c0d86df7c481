package org.convoke.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.convoke.local.demo.Api;
import org.convoke.local.demo.Someone;

/** People of the directory who never sign in. */
final class Crowd {

    /** A seat asks to be taken by then; nothing here takes so long. */
    private static final Duration DEADLINE = Duration.ofMinutes(5);

    private final Someone hostApp;
    private final Someone invitationsService;
    private final Load load;

    Crowd(Api api, Load load) {
        this.hostApp = api.service("host-app");
        this.invitationsService = api.service("invitations-service");
        this.load = load;
    }

    /** So many, or as many as the time allows; their ids. */
    List<String> known(int count, Duration time) {
        List<String> ids =
                Stream.generate(() -> UUID.randomUUID().toString()).limit(count).toList();
        return each(ids, time, id -> {
            Map<String, String> details = Map.of("username", "crowd-" + id, "name", "Crowd " + id.substring(0, 8));
            hostApp.expect(200, "PUT", "/people/" + id, details);
        });
    }

    /** As many of them as the time allows are members when this returns; who they are. */
    List<String> seat(JsonNode group, List<String> people, Duration time) {
        String path = "/internal/groups/" + group.path("id").asText() + "/members/";
        return each(people, time, id -> {
            Map<String, String> request = Map.of(
                    "invitationId", UUID.randomUUID().toString(),
                    "invitedBy", group.path("createdBy").asText(),
                    "deadline", Instant.now().plus(DEADLINE).toString());
            invitationsService.expect(201, "PUT", path + id, request);
        });
    }

    private List<String> each(List<String> people, Duration time, Consumer<String> action) {
        AtomicInteger next = new AtomicInteger();
        Latencies done = load.run(time, client -> {
            int i = next.getAndIncrement();
            if (i >= people.size()) {
                return false;
            }
            action.accept(people.get(i));
            return true;
        });
        return people.subList(0, done.count());
    }
}
