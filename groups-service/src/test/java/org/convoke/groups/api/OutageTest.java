package org.convoke.groups.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.convoke.groups.AtOnce;
import org.convoke.groups.Database;
import org.convoke.groups.Someone;
import org.convoke.groups.Told;
import org.convoke.parts.Kafka;
import org.convoke.parts.Postgres;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutageTest {

    private final Someone ann = Someone.called("Ann");

    @Test
    void withoutTheDatabaseEveryCallIs503AndItHealsByItself() {
        String group = ann.founds(Map.of("name", "Chess Club"));
        Postgres postgres = RealParts.postgres();
        postgres.kill();
        try {
            unavailable(ann.get("/groups/{g}", group));
            unavailable(ann.post("/groups", Map.of("name", "Chess Club")));
        } finally {
            postgres.restart();
        }
        await().atMost(Duration.ofSeconds(5)).until(() -> found() == 201);
    }

    @Test
    void aDatabaseThatHangsIsGivenUp() {
        AtOnce.run(8, i -> found());
        Postgres postgres = RealParts.postgres();
        postgres.pause();
        Instant start = Instant.now();
        try {
            unavailable(ann.post("/groups", Map.of("name", "Chess Club")));
        } finally {
            postgres.resume();
        }
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(25));
        await().atMost(Duration.ofSeconds(5)).until(() -> found() == 201);
    }

    @Test
    void aConnectionThatIsCutDuringCommitIsNoSuccess() {
        Database.execute("""
                create function cut() returns trigger language plpgsql as
                'begin perform pg_terminate_backend(pg_backend_pid()); return null; end'""");
        Database.execute("""
                create constraint trigger cut after insert on groups deferrable initially deferred
                for each row when (new.name = 'Cut at commit') execute function cut()""");
        unavailable(ann.post("/groups", Map.of("name", "Cut at commit")));
        ann.get("/groups?member=me").statusCode(200).body("items", empty());
        assertThat(found()).isEqualTo(201);
    }

    @Test
    void withoutKafkaCallsAreAnsweredAndTheEventsFollow() {
        String before = ann.founds(Map.of("name", "Chess Club"));
        assertThat(Told.ofGroup(before, 1)).hasSize(1);
        Kafka kafka = RealParts.kafka();
        kafka.kill();
        String meanwhile;
        try {
            meanwhile = ann.founds(Map.of("name", "Chess Club", "joinPolicy", "OPEN"));
            Someone.called("Ben").join(meanwhile).statusCode(201);
        } finally {
            kafka.restart();
        }
        assertThat(Told.ofGroup(meanwhile, 2)).hasSize(2);
    }

    private int found() {
        return ann.post("/groups", Map.of("name", "Chess Club")).extract().statusCode();
    }

    private static void unavailable(ValidatableResponse answer) {
        answer.statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("\\d+"))
                .body("code", equalTo("unavailable"));
    }
}
