package org.convoke.gateway.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.convoke.gateway.delivery.Appender.Outcome;
import org.convoke.gateway.stream.ClientEvent;
import org.convoke.gateway.stream.Cursor;
import org.convoke.gateway.stream.Page;
import org.convoke.gateway.stream.RedisLinks;
import org.convoke.gateway.stream.StreamName;
import org.convoke.gateway.stream.Streams;
import org.convoke.parts.RealParts;

/** A writer and a reader of shards on a real Redis, with a Kafka partition of its own. */
final class Shards {

    private static final RedisOptions OPTIONS = options();
    private static final Vertx VERTX = Vertx.vertx();
    private static final Redis REDIS = Redis.createClient(VERTX, OPTIONS);
    private static final RedisLinks LINKS = new RedisLinks(VERTX, OPTIONS);
    private static final Appender APPENDER =
            new Appender(LINKS, new DeliveryMetrics(new SimpleMeterRegistry()), new Traces(OpenTelemetry.noop()));
    private static final Streams STREAMS = new Streams(LINKS, Clock.systemUTC());

    final TopicIdPartition partition = new TopicIdPartition(Uuid.randomUuid(), new TopicPartition("convoke.groups", 0));
    final Appender appender = APPENDER;
    final Streams streams = STREAMS;
    final Watermarks mine = new Watermarks();

    private static RedisOptions options() {
        RealParts parts = new RealParts();
        parts.init(Map.of("parts", "redis"));
        parts.start();
        return new RedisOptions().setConnectionString(RealParts.redis().uri());
    }

    Outcome apply(StreamName home, long offset, ShardOperation... operations) {
        ShardBatch batch = new ShardBatch(partition, home.shard());
        for (ShardOperation operation : operations) {
            batch.add(offset, operation);
        }
        return await(appender.append(List.of(batch), mine));
    }

    static ClientEvent event(long number) {
        UUID id = UUID.nameUUIDFromBytes(Long.toString(number).getBytes(UTF_8));
        return new ClientEvent(id, "test:happened", Instant.now().toString(), "{\"n\":" + number + "}", "");
    }

    List<Cursor> entries(StreamName stream, String reader) {
        Page.Of page = (Page.Of) await(streams.read(stream, reader, Cursor.START, 100));
        return page.entries().stream().map(entry -> entry.cursor()).toList();
    }

    static Response send(Request request) {
        return await(REDIS.send(request));
    }

    static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
