package org.convoke.local.bench.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.convoke.events.CloudEvents;
import org.convoke.events.DomainEvent;
import org.convoke.events.Fact;
import org.convoke.events.GroupEvent;
import org.convoke.events.GroupEvent.GroupCreated;
import org.convoke.events.GroupEvent.MemberJoined;
import org.convoke.events.GroupEvent.MemberMuted;
import org.convoke.events.GroupSnapshot;
import org.convoke.events.Topic;
import org.convoke.events.Uuids;
import org.convoke.events.outbox.RelayProducer;

/** What groups-service would tell, said to Kafka as its relay does. */
final class Facts implements Voice, AutoCloseable {

    private static final String OWNER = "bench-owner";

    private final Producer<String, byte[]> producer;

    Facts(int kafkaPort) {
        this.producer = RelayProducer.of(Map.of("bootstrap.servers", "127.0.0.1:" + kafkaPort));
    }

    /** The group exists and has its members, the first of them last: when she hears of it, all are in. */
    void found(Room room, IntFunction<String> person) {
        tell(room, new GroupCreated(snapshot(room, room.name(), "PRIVATE")));
        for (int member = room.members() - 1; member >= 0; member--) {
            int count = room.members() - member + 1;
            tell(room, new MemberJoined(room.group(), room.name(), person.apply(member), "MEMBER", null, null, count));
        }
    }

    /** The one fact of a group that makes exactly one event; for everybody, a new public group. */
    @Override
    public void tell(Room room, int event) {
        String marker = Marker.of(event);
        if (room.isPublic()) {
            Room fresh = Room.ofAll(room.members());
            tell(fresh, new GroupCreated(snapshot(fresh, marker, "PUBLIC")));
        } else {
            tell(room, new MemberMuted(room.group(), room.name(), OWNER, marker, Instant.now()));
        }
    }

    private void tell(Room room, GroupEvent event) {
        String group = room.group().toString();
        Fact<DomainEvent> fact = new Fact<>(
                Uuids.next(), "/bench", group, room.sequence().incrementAndGet(), Instant.now(), null, event);
        var kafka = new ProducerRecord<>(Topic.GROUPS.topicName(), group, CloudEvents.data(fact));
        CloudEvents.headers(fact).forEach((name, value) -> kafka.headers().add(name, value.getBytes(UTF_8)));
        producer.send(kafka);
    }

    private static GroupSnapshot snapshot(Room room, String name, String visibility) {
        return new GroupSnapshot(
                room.group(),
                name,
                "",
                visibility,
                "OPEN",
                "MEMBERS",
                room.members() + 1,
                1,
                false,
                Map.of(),
                OWNER,
                Instant.now());
    }

    @Override
    public void close() {
        producer.close();
    }
}
