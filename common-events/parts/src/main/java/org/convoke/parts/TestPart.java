package org.convoke.parts;

import java.util.Locale;
import java.util.Map;

/** What a test can ask for, how it is started and what the application is told. */
enum TestPart {
    POSTGRES {
        @Override
        int start() {
            return Postgres.start(TestStack.home(key()), 0).port();
        }

        @Override
        void ensure() {
            revive(RealParts.postgres());
        }

        @Override
        Map<String, String> config() {
            Postgres postgres = RealParts.postgres();
            return Map.of(
                    "quarkus.datasource.jdbc.url", postgres.jdbcUrl("convoke"),
                    "quarkus.datasource.username", postgres.user(),
                    "quarkus.datasource.password", postgres.password());
        }

        @Override
        void stop() {
            RealParts.postgres().kill();
        }
    },
    KAFKA {
        @Override
        int start() {
            return Kafka.start(TestStack.home(key()), 0).port();
        }

        @Override
        void ensure() {
            revive(RealParts.kafka());
        }

        @Override
        Map<String, String> config() {
            return Map.of("kafka.bootstrap.servers", RealParts.kafka().bootstrapServers());
        }

        @Override
        void stop() {
            RealParts.kafka().kill();
        }
    },
    REDIS {
        @Override
        int start() {
            return Redis.start(TestStack.home(key()), 0).port();
        }

        @Override
        void ensure() {
            revive(RealParts.redis());
        }

        @Override
        Map<String, String> config() {
            return Map.of("quarkus.redis.hosts", RealParts.redis().uri());
        }

        @Override
        void stop() {
            RealParts.redis().kill();
        }
    },
    REDIS_CLUSTER {
        @Override
        int start() {
            return RedisCluster.start(TestStack.home(key())).port();
        }

        @Override
        void ensure() {
            RealParts.redisCluster().nodes().forEach(TestPart::revive);
        }

        @Override
        Map<String, String> config() {
            return Map.of(
                    "quarkus.redis.hosts", RealParts.redisCluster().hosts(), "quarkus.redis.client-type", "cluster");
        }

        @Override
        boolean isWantedUnasked() {
            return false;
        }

        @Override
        void stop() {
            RealParts.redisCluster().nodes().forEach(Redis::kill);
        }
    },
    ISSUER {
        @Override
        int start() {
            return Issuer.start(TestStack.home(key()), 0).port();
        }

        @Override
        Map<String, String> config() {
            String url = RealParts.issuer().url();
            return Map.of(
                    "quarkus.oidc.auth-server-url",
                    url,
                    "quarkus.oidc-client.auth-server-url",
                    url,
                    "quarkus.oidc-client.client-id",
                    "invitations-service",
                    "quarkus.oidc-client.credentials.secret",
                    "invitations-service-secret");
        }
    };

    static TestPart named(String name) {
        return valueOf(name.strip().toUpperCase(Locale.ROOT));
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Starts it for the first time in this JVM and answers its port. */
    abstract int start();

    /** Starts it again if a test has killed it, thaws it if a test has frozen it. */
    void ensure() {}

    abstract Map<String, String> config();

    /** Whether who names no parts gets this one. */
    boolean isWantedUnasked() {
        return true;
    }

    void stop() {}

    private static void revive(Part part) {
        part.resume();
        if (!part.alive()) {
            part.restart();
        }
    }
}
