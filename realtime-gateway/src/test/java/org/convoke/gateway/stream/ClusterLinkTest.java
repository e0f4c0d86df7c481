package org.convoke.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisClientType;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.convoke.parts.RealParts;
import org.convoke.parts.Redis;
import org.convoke.parts.RedisCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A pipeline over the servers of a real cluster. */
class ClusterLinkTest {

    private final RedisCluster cluster = cluster();
    private final Vertx vertx = Vertx.vertx();
    private final RedisLinks links = new RedisLinks(vertx, options());
    private final RedisLink link = links.open();

    private static RedisCluster cluster() {
        RealParts parts = new RealParts();
        parts.init(Map.of("parts", "redis_cluster"));
        parts.start();
        return RealParts.redisCluster();
    }

    private RedisOptions options() {
        return new RedisOptions()
                .setType(RedisClientType.CLUSTER)
                .setMaxPoolWaiting(100)
                .setConnectionString(cluster.nodes().getFirst().uri());
    }

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void theAnswersComeInTheOrderOfTheCalls() {
        await(link.send(onAllShards(shard -> Request.cmd(Command.SET)
                .arg("gw:" + StreamName.tag(shard) + ":own")
                .arg(shard))));
        List<Response> answers = await(
                link.send(onAllShards(shard -> Request.cmd(Command.GET).arg("gw:" + StreamName.tag(shard) + ":own"))));
        assertThat(answers.stream().map(Response::toInteger))
                .containsExactlyElementsOf(
                        IntStream.range(0, StreamName.shards()).boxed().toList());
    }

    @Test
    void aShardKeepsTheOrderOfItsCallsWhileItMoves() {
        String key = "gw:{3c}:order";
        int slot = cluster.slot(key);
        List<Future<List<Response>>> calls = new ArrayList<>();
        cluster.move(
                slot, another(slot), () -> IntStream.range(0, 100).forEach(i -> calls.add(link.send(pushed(key, i)))));
        IntStream.range(100, 200).forEach(i -> calls.add(link.send(pushed(key, i))));
        await(Future.join(calls));
        Response list = await(link.send(
                        List.of(Request.cmd(Command.LRANGE).arg(key).arg(0).arg(-1))))
                .getFirst();
        assertThat(list.stream().map(Response::toInteger))
                .containsExactlyElementsOf(IntStream.range(0, 200).boxed().toList());
    }

    private static List<Request> pushed(String key, int number) {
        return List.of(
                Request.cmd(Command.DEL).arg("gw:{%02x}:other".formatted(number)),
                Request.cmd(Command.RPUSH).arg(key).arg(number));
    }

    @Test
    void aServerThatHasForgottenTheScriptsIsToldThemAgain() {
        counted(allShards());
        RedisCluster.ask(cluster.nodes().get(1), "SCRIPT", "FLUSH");
        assertThat(counted(allShards())).hasSize(StreamName.shards());
    }

    @Test
    void aSlotThatHasMovedIsFound() {
        counted(allShards());
        int slot = cluster.slot("{a7}");
        cluster.move(slot, another(slot), () -> {});
        assertThat(counted(allShards())).containsExactlyElementsOf(allShardsAsText());
    }

    @Test
    void noScriptRunsWhereOnlySomeKeysAre() {
        int slot = cluster.slot("{b8}");
        assertThat(acquainted("{b8}", "before")).isEqualTo(1);
        cluster.move(
                slot,
                another(slot),
                () -> assertThatThrownBy(() -> acquainted("{b8}", "during")).hasMessageContaining("ASK"));
        assertThat(acquainted("{b8}", "after")).isEqualTo(2);
    }

    @Test
    void whoListensAnywhereIsHeardOfAndWhoDoesNotIsUnheard() {
        RedisConnection anywhere = await(io.vertx.redis.client.Redis.createClient(
                        vertx, cluster.nodes().get(2).uri())
                .connect());
        await(anywhere.send(Request.cmd(Command.SUBSCRIBE).arg("gw:pod:alive")));
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(await(links.unheard(Set.of("gw:pod:alive", "gw:pod:dead"))))
                        .containsExactly("gw:pod:dead"));
    }

    private Redis another(int slot) {
        int owner = cluster.owner(slot).port();
        return cluster.nodes().stream()
                .filter(node -> node.port() != owner)
                .findFirst()
                .orElseThrow();
    }

    /** Adds a member and answers how many there are. */
    private int acquainted(String tag, String user) {
        Request add = Request.cmd(Command.EVAL)
                .arg(
                        "redis.call('SADD', 'gw:' .. KEYS[1] .. ':test', ARGV[1]) return redis.call('SCARD', 'gw:' .. KEYS[1] .. ':test')")
                .arg(1)
                .arg(tag)
                .arg(user);
        return await(link.send(List.of(add))).getFirst().toInteger();
    }

    private static List<Request> onAllShards(IntFunction<Request> request) {
        return IntStream.range(0, StreamName.shards()).mapToObj(request).toList();
    }

    private List<Script.Call> allShards() {
        return IntStream.range(0, StreamName.shards())
                .mapToObj(shard -> Script.ROSTER.on(
                        StreamName.tag(shard), List.of("no-group", "", StreamName.tag(shard), "nobody")))
                .toList();
    }

    private static List<String> allShardsAsText() {
        return IntStream.range(0, StreamName.shards())
                .mapToObj(shard -> "[0, 0]")
                .toList();
    }

    private List<String> counted(List<Script.Call> calls) {
        return await(link.run(calls)).stream().map(Response::toString).toList();
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
