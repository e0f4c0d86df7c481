package org.convoke.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaTest {

    @TempDir
    static Path home;

    @Test
    void recordsSurviveAKillAFreezeAndAStop() throws Exception {
        try (var kafka = Kafka.start(home, 0)) {
            try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
                admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                        .all()
                        .get();
            }
            send(kafka, "before the kill", 10_000);
            kafka.kill();
            assertThat(kafka.alive()).isFalse();
            kafka.restart();

            kafka.pause();
            assertThatThrownBy(() -> send(kafka, "while frozen", 1_000)).isInstanceOf(ExecutionException.class);
            kafka.resume();

            send(kafka, "before the stop", 10_000);
            kafka.restart();
            assertThat(read(kafka)).contains("before the kill", "before the stop");
        }
    }

    private static void send(Kafka kafka, String value, int timeout)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                kafka.bootstrapServers(),
                "max.block.ms",
                timeout,
                "request.timeout.ms",
                timeout,
                "delivery.timeout.ms",
                timeout,
                "linger.ms",
                0);
        var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        try {
            producer.send(new ProducerRecord<>("kept", value)).get(timeout + 1_000L, TimeUnit.MILLISECONDS);
        } finally {
            // Without a time it waits for as long as a frozen broker does not answer.
            producer.close(Duration.ofSeconds(1));
        }
    }

    /** Through a consumer group, so that the group coordinator is known to work. */
    private static List<String> read(Kafka kafka) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", kafka.bootstrapServers(), "group.id", "readers", "auto.offset.reset", "earliest");
        var values = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("kept"));
            Instant deadline = Instant.now().plusSeconds(20);
            while (!values.contains("before the stop") && Instant.now().isBefore(deadline)) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
