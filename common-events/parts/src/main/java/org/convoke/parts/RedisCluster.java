package org.convoke.parts;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Three Redis servers without replicas that share the slots of a cluster, on ports that follow each other. */
public final class RedisCluster implements AutoCloseable {

    private static final int NODES = 3;
    private static final int SLOTS = 16384;
    /** Fixed in Redis 6. */
    private static final int BUS = 10_000;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<Redis> nodes;

    private RedisCluster(Path home, int port) {
        this.nodes = IntStream.range(0, NODES)
                .mapToObj(i -> new Redis(Place.in(home.resolve("node" + i)), port + i, settings()))
                .toList();
    }

    private static List<String> settings() {
        return List.of(
                "--cluster-enabled", "yes", "--cluster-node-timeout", "2000", "--cluster-require-full-coverage", "no");
    }

    static RedisCluster start(Path home) {
        RedisCluster cluster = at(home, free());
        cluster.nodes.forEach(Redis::launch);
        cluster.join();
        return cluster;
    }

    /** The cluster that runs, or ran, in {@code home}. */
    static RedisCluster at(Path home, int port) {
        return new RedisCluster(home, port);
    }

    public List<Redis> nodes() {
        return nodes;
    }

    public int port() {
        return nodes.getFirst().port();
    }

    /** As {@code quarkus.redis.hosts} wants it. */
    public String hosts() {
        return String.join(",", nodes.stream().map(Redis::uri).toList());
    }

    /** The slot of a key, by its hash tag if it has one. */
    public int slot(String key) {
        return ((Long) ask(nodes.getFirst(), "CLUSTER", "KEYSLOT", key)).intValue();
    }

    public Redis owner(int slot) {
        return nodes.stream()
                .filter(node -> slots(node).anyMatch(own -> own == slot))
                .findFirst()
                .orElseThrow();
    }

    /** What the nodes know of the slot is changed as redis-cli does it; its keys are handed over in between. */
    public void move(int slot, Redis to, Runnable halfWay) {
        Redis from = owner(slot);
        String moved = String.valueOf(slot);
        ask(to, "CLUSTER", "SETSLOT", moved, "IMPORTING", id(from));
        ask(from, "CLUSTER", "SETSLOT", moved, "MIGRATING", id(to));
        List<?> keys = keys(from, slot);
        keys.subList(0, keys.size() / 2).forEach(key -> hand((String) key, from, to));
        halfWay.run();
        for (Object key : keys(from, slot)) {
            hand((String) key, from, to);
        }
        ask(to, "CLUSTER", "SETSLOT", moved, "NODE", id(to));
        nodes.forEach(node -> ask(node, "CLUSTER", "SETSLOT", moved, "NODE", id(to)));
    }

    private static List<?> keys(Redis node, int slot) {
        return (List<?>) ask(node, "CLUSTER", "GETKEYSINSLOT", String.valueOf(slot), "1000");
    }

    private static void hand(String key, Redis from, Redis to) {
        ask(from, "MIGRATE", "127.0.0.1", String.valueOf(to.port()), key, "0", "5000");
    }

    public static Object ask(Redis node, String... command) {
        return RedisWire.ask(node.port(), List.of(command));
    }

    private static String id(Redis node) {
        return (String) ask(node, "CLUSTER", "MYID");
    }

    private static IntStream slots(Redis node) {
        List<?> ranges = (List<?>) ask(node, "CLUSTER", "SLOTS");
        return ranges.stream()
                .map(range -> (List<?>) range)
                .filter(range -> ((Long) ((List<?>) range.get(2)).get(1)) == node.port())
                .flatMapToInt(range ->
                        IntStream.rangeClosed(((Long) range.get(0)).intValue(), ((Long) range.get(1)).intValue()));
    }

    private void join() {
        for (int i = 0; i < NODES; i++) {
            List<String> share = new ArrayList<>(List.of("CLUSTER", "ADDSLOTS"));
            IntStream.range(i * SLOTS / NODES, (i + 1) * SLOTS / NODES)
                    .mapToObj(String::valueOf)
                    .forEach(share::add);
            RedisWire.ask(nodes.get(i).port(), share);
            ask(nodes.get(i), "CLUSTER", "SET-CONFIG-EPOCH", String.valueOf(i + 1));
        }
        nodes.forEach(node -> ask(nodes.getFirst(), "CLUSTER", "MEET", "127.0.0.1", String.valueOf(node.port())));
        awaitWhole();
    }

    /** Until every node knows who has which slot. */
    private void awaitWhole() {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!nodes.stream().allMatch(RedisCluster::isWhole)) {
            if (Instant.now().isAfter(deadline)) {
                throw new PartFailed("The nodes of the Redis cluster do not find each other");
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static boolean isWhole(Redis node) {
        String info = (String) ask(node, "CLUSTER", "INFO");
        return info.contains("cluster_state:ok")
                && info.contains("cluster_slots_ok:" + SLOTS)
                && info.contains("cluster_known_nodes:" + NODES);
    }

    /** Low enough for the ports of their own talk to be below those of outgoing connections. */
    private static int free() {
        return ThreadLocalRandom.current()
                .ints(18_000, 22_000)
                .filter(port -> IntStream.range(port, port + NODES)
                        .noneMatch(each -> Port.taken(each) || Port.taken(each + BUS)))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        nodes.forEach(Redis::close);
    }
}
