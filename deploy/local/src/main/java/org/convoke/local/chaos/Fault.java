package org.convoke.local.chaos;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.convoke.local.demo.Unexpected;

/** Something that breaks while people go on, and is whole again when {@link #inflict} returns. */
sealed interface Fault {

    /** What is broken. */
    String title();

    void inflict(Arena arena);

    /** Whether Kafka may be told something twice because of it. */
    default boolean mayDouble() {
        return true;
    }

    /** Nothing at all, to compare with. */
    record Nothing(Duration time) implements Fault {
        @Override
        public String title() {
            return "none";
        }

        @Override
        public boolean mayDouble() {
            return false;
        }

        @Override
        public void inflict(Arena arena) {
            Wait.pass(time);
        }
    }

    /** kill -9, and a new start behind it. */
    record KillGateway() implements Fault {
        @Override
        public String title() {
            return "gateway killed";
        }

        @Override
        public void inflict(Arena arena) {
            arena.nextPod().restart();
        }
    }

    /** A gateway does nothing for a while, and does not know it: what it goes on with then is the other's. */
    record StopGateway(Duration time) implements Fault {
        @Override
        public String title() {
            return "gateway stopped " + time.toSeconds() + " s";
        }

        @Override
        public boolean mayDouble() {
            return false;
        }

        @Override
        public void inflict(Arena arena) {
            Pod zombie = arena.nextPod();
            zombie.service().pause();
            try {
                Wait.pass(time);
                arena.awaitDelivery(Duration.ofSeconds(2));
            } finally {
                zombie.service().resume();
            }
        }
    }

    /** kill -9, and a new start on what is in its file. */
    record KillRedis() implements Fault {
        @Override
        public String title() {
            return "Redis killed";
        }

        @Override
        public void inflict(Arena arena) {
            arena.redis().restart();
        }
    }

    /** All streams, cursors and watermarks are gone. */
    record FlushRedis() implements Fault {
        @Override
        public String title() {
            return "Redis flushed";
        }

        @Override
        public void inflict(Arena arena) {
            arena.redis().flush();
        }
    }

    /** A replica that was cut off while writes went on takes over: they were acknowledged, and are gone. */
    record FailOver(Duration apart) implements Fault {
        @Override
        public String title() {
            return "Redis fails over to a replica behind";
        }

        @Override
        public void inflict(Arena arena) {
            arena.redis().followAndCutOff();
            Wait.pass(apart);
            if (arena.redis().failOver() <= 0) {
                throw new Unexpected("the replica has missed nothing that was acknowledged");
            }
        }
    }

    /** It takes connections and commands, and answers only later. */
    record HangRedis(Duration time) implements Fault {
        @Override
        public String title() {
            return "Redis hung " + time.toSeconds() + " s";
        }

        @Override
        public void inflict(Arena arena) {
            arena.redis().proxy().hold();
            Wait.pass(time);
            arena.redis().proxy().release();
        }
    }

    /** kill -9; the launcher starts it again. */
    record KillKafka() implements Fault {
        @Override
        public String title() {
            return "Kafka killed";
        }

        @Override
        public void inflict(Arena arena) {
            long before = arena.kafka().pid();
            arena.kafka().kill();
            Wait.until(
                    "Kafka is started again",
                    () -> arena.kafka().alive() && arena.kafka().pid() != before);
        }
    }

    /** One gateway cannot reach Kafka; the other can. */
    record CutFromKafka(Duration time) implements Fault {
        @Override
        public String title() {
            return "gateway cut from Kafka " + time.toSeconds() + " s";
        }

        @Override
        public void inflict(Arena arena) {
            arena.kafkaWay().shut();
            Wait.pass(time);
            arena.kafkaWay().open();
        }
    }

    /** All sockets end at once. */
    record CutClients() implements Fault {
        @Override
        public String title() {
            return "clients cut";
        }

        @Override
        public void inflict(Arena arena) {
            long now = System.nanoTime();
            arena.cutClients();
            arena.awaitEverybody(now);
        }
    }

    /** The sockets at one gateway pass nothing more, and neither end is told. */
    record StrandClients() implements Fault {
        @Override
        public String title() {
            return "clients half open";
        }

        @Override
        public void inflict(Arena arena) {
            arena.nextPod().clients().strand();
            Wait.pass(Duration.ofSeconds(3));
            arena.awaitDelivery(Duration.ZERO);
        }
    }

    /** Nobody answers for tokens and keys; the gateways know the keys, so people go on and even come anew. */
    record StopProvider(Duration time) implements Fault {
        @Override
        public String title() {
            return "OIDC provider stopped " + time.toSeconds() + " s";
        }

        @Override
        public void inflict(Arena arena) {
            arena.provider().pause();
            try {
                new CutClients().inflict(arena);
                Wait.pass(time);
            } finally {
                arena.provider().resume();
            }
        }
    }

    /** Many sockets are cut at once and come back as fast as they are let in. */
    record Storm(int sockets) implements Fault {

        private static final Duration BACK = Duration.ofSeconds(30);

        @Override
        public String title() {
            return "reconnect storm of " + sockets;
        }

        @Override
        public void inflict(Arena arena) {
            List<Device> crowd = IntStream.range(0, sockets)
                    .mapToObj(i ->
                            arena.device(arena.players().get(i % arena.players().size()), "chaos-storm-" + i, i))
                    .toList();
            try {
                Arena.awaitAll(crowd, 0, BACK.multipliedBy(2));
                long now = System.nanoTime();
                arena.cutClients();
                Arena.awaitAll(crowd, now, BACK);
                arena.awaitEverybody(now);
            } finally {
                crowd.forEach(Device::close);
            }
        }
    }
}
