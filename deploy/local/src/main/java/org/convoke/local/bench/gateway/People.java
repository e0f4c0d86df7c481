package org.convoke.local.bench.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.convoke.local.bench.Load;
import org.convoke.local.demo.Api;
import org.convoke.local.demo.Someone;
import org.convoke.parts.Issuer;

/** Those who invite, each with groups of her own, and those whom they invite; no two of a kind are the same. */
record People(List<Invitee> invitees, Queue<Wish> wishes) {

    private static final int INVITERS = 20;
    private static final int GROUPS = 15;
    private static final int INVITEES = 100;
    private static final Duration VALID = Duration.ofHours(1);
    private static final Load LOAD = new Load(8);

    /** Somebody with the token that her device has. */
    record Invitee(Someone person, String token) {}

    /** An invitation that nobody has made so far. */
    record Wish(Someone inviter, JsonNode group, Someone invitee) {

        void fulfil(int event) {
            inviter.invite(group, invitee, Marker.of(event));
        }
    }

    /** Known to the directory; one invitation follows another in no order. */
    static People of(Api api, Issuer issuer) {
        List<Invitee> invitees =
                Stream.generate(() -> invitee(api, issuer)).limit(INVITEES).toList();
        List<Invitee> inviters =
                Stream.generate(() -> invitee(api, issuer)).limit(INVITERS).toList();
        each(
                Stream.concat(invitees.stream(), inviters.stream()).toList(),
                one -> one.person().get("/people/me"));
        Queue<Wish> wishes = new ConcurrentLinkedQueue<>();
        List<Someone> owners = IntStream.range(0, INVITERS * GROUPS)
                .mapToObj(i -> inviters.get(i % INVITERS).person())
                .toList();
        each(owners, owner -> {
            JsonNode group = owner.createGroup("Bench");
            invitees.forEach(invitee -> wishes.add(new Wish(owner, group, invitee.person())));
        });
        List<Wish> shuffled = new ArrayList<>(wishes);
        Collections.shuffle(shuffled, new Random(1));
        return new People(invitees, new ConcurrentLinkedQueue<>(shuffled));
    }

    private static <T> void each(List<T> all, Consumer<T> action) {
        Queue<T> left = new ConcurrentLinkedQueue<>(all);
        LOAD.run(client -> {
            T next = left.poll();
            if (next == null) {
                return false;
            }
            action.accept(next);
            return true;
        });
    }

    private static Invitee invitee(Api api, Issuer issuer) {
        String id = UUID.randomUUID().toString();
        String token = issuer.token(id)
                .username("bench-" + id)
                .name("Bench " + id.substring(0, 8))
                .expiresIn(VALID)
                .mint();
        return new Invitee(api.bearer("bench-" + id, token), token);
    }
}
