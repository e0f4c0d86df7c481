package org.convoke.local.chaos;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.convoke.local.Keycloak;
import org.convoke.local.Settings;
import org.convoke.local.bench.Guests;
import org.convoke.local.demo.Api;
import org.convoke.local.demo.Someone;
import org.convoke.local.demo.Unexpected;
import org.convoke.parts.Kafka;
import org.convoke.parts.Part;

/**
 * Two gateways and a Redis of their own beside a running stack, whose log they read as a consumer group of their own: all of
 * it may be broken. People with two devices each are connected to them.
 */
final class Arena implements AutoCloseable {

    private static final List<String> DEMO_PEOPLE = List.of("alice", "bob", "carol", "dave", "erin");
    private static final Duration BACK = Duration.ofSeconds(30);

    private final AtomicInteger turn = new AtomicInteger();
    private final Rest rest = new Rest();
    private final History history = new History();
    private final Settings settings;
    private final Size size;
    private final RedisPair redis;
    private final TcpProxy kafkaWay;
    private final List<Pod> pods;
    private final List<Player> players;
    private final List<Device> devices;

    /**
     * @param guests so many people besides those of the local realm
     * @param positionCheck longest time for which a lost wake-up delays an event, or a lost stream stays unnoticed
     */
    record Size(int guests, Duration positionCheck) {}

    private Arena(Settings settings, Size size) {
        this.settings = settings;
        this.size = size;
        this.redis = new RedisPair(settings.home());
        this.kafkaWay =
                new TcpProxy(settings.ports().kafkaProxy(), settings.ports().kafkaBehindProxy());
        String log = "127.0.0.1:" + settings.ports().kafka();
        this.pods = List.of(pod("chaos-1", log), pod("chaos-2", "127.0.0.1:" + kafkaWay.port()));
        pods.stream().parallel().forEach(pod -> pod.service().launch());
        this.players = people(size.guests());
        this.devices = Stream.of(0, 1)
                .flatMap(i -> players.stream().map(player -> device(player, "chaos-device-" + i, i)))
                .toList();
    }

    static Arena beside(Settings settings, Size size) {
        Arena arena = new Arena(settings, size);
        arena.awaitEverybody(0);
        return arena;
    }

    private Pod pod(String name, String kafka) {
        return Pod.of(
                settings,
                name,
                Map.of(
                        "QUARKUS_REDIS_HOSTS",
                        "redis://127.0.0.1:" + redis.proxy().port(),
                        "KAFKA_BOOTSTRAP_SERVERS",
                        kafka,
                        "CONVOKE_GATEWAY_CONSUMER_GROUP",
                        "chaos",
                        "CONVOKE_GATEWAY_SESSIONS_PER_USER",
                        "0"));
    }

    private List<Player> people(int guests) {
        Api api = new Api(settings.ports());
        Stream<Someone> known = DEMO_PEOPLE.stream().map(api::signIn);
        return Stream.concat(known, new Guests(api, settings.ports()).make(guests).stream())
                .map(someone -> new Player(rest, settings.ports(), someone))
                .toList();
    }

    /** One more device of that player, which nobody waits for. */
    Device device(Player player, String name, int first) {
        List<URI> sockets = pods.stream().map(Pod::socket).toList();
        return new Device(player, name, rest, sockets, first);
    }

    History history() {
        return history;
    }

    RedisPair redis() {
        return redis;
    }

    /** The second gateway's way to Kafka. */
    TcpProxy kafkaWay() {
        return kafkaWay;
    }

    Part kafka() {
        return new Kafka(settings.home().place("kafka"), settings.ports().kafka());
    }

    Part provider() {
        return new Keycloak(settings.home().place("keycloak"), settings.ports());
    }

    List<Player> players() {
        return players;
    }

    List<DeviceLog> logs() {
        return devices.stream().map(Device::log).toList();
    }

    List<Pod> pods() {
        return pods;
    }

    /** Each in turn. */
    Pod nextPod() {
        return pods.get(turn.getAndIncrement() % pods.size());
    }

    String anyGateway(Random random) {
        return pods.get(random.nextInt(pods.size())).url();
    }

    void cutClients() {
        pods.forEach(pod -> pod.clients().cut());
    }

    /** Returns when all that is older than that has been delivered. */
    void awaitDelivery(Duration age) {
        long until = System.nanoTime() - age.toNanos();
        Wait.until("all is delivered", () -> {
            List<Expected> old =
                    history.all().stream().filter(one -> one.nanos() < until).toList();
            return Checker.missing(history, old, logs()).isEmpty();
        });
    }

    /** Returns when all devices have connected since that moment; fails when they do not soon. */
    void awaitEverybody(long since) {
        awaitAll(devices, since, BACK);
    }

    static void awaitAll(List<Device> devices, long since, Duration patience) {
        if (!Wait.atMost(patience, () -> devices.stream().allMatch(device -> device.isLiveSince(since)))) {
            long live =
                    devices.stream().filter(device -> device.isLiveSince(since)).count();
            throw new Unexpected("only %d of %d devices are connected after %d s"
                    .formatted(live, devices.size(), patience.toSeconds()));
        }
    }

    @Override
    public void close() {
        devices.forEach(Device::close);
        pods.stream().parallel().forEach(Pod::close);
        redis.close();
        kafkaWay.close();
    }
}
