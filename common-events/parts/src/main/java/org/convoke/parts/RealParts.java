package org.convoke.parts;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives a Quarkus test the real parts: {@code @QuarkusTestResource(value = RealParts.class,
 * initArgs = @ResourceArg(name = "parts", value = "postgres,issuer"))}, by default all but the Redis cluster.
 *
 * <p>They are started once per JVM, side by side, and stopped when it ends; what a test killed is started again for the next.
 */
public final class RealParts implements QuarkusTestResourceLifecycleManager {

    private List<TestPart> wanted =
            Arrays.stream(TestPart.values()).filter(TestPart::isWantedUnasked).toList();

    @Override
    public void init(Map<String, String> initArgs) {
        String parts = initArgs.get("parts");
        if (parts != null) {
            wanted = Arrays.stream(parts.split(",")).map(TestPart::named).toList();
        }
    }

    @Override
    public Map<String, String> start() {
        TestStack.start(wanted);
        var config = new HashMap<String, String>();
        wanted.forEach(part -> config.putAll(part.config()));
        return config;
    }

    /** The parts outlive the test: the next one uses them too. */
    @Override
    public void stop() {}

    public static Postgres postgres() {
        return Postgres.at(TestStack.home("postgres"), TestStack.port("postgres"));
    }

    public static Redis redis() {
        return Redis.at(TestStack.home("redis"), TestStack.port("redis"));
    }

    public static RedisCluster redisCluster() {
        return RedisCluster.at(TestStack.home("redis_cluster"), TestStack.port("redis_cluster"));
    }

    public static Kafka kafka() {
        return Kafka.at(TestStack.home("kafka"), TestStack.port("kafka"));
    }

    public static Issuer issuer() {
        return Issuer.at(TestStack.home("issuer"), TestStack.port("issuer"));
    }
}
