package org.convoke.ledger;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import org.convoke.events.outbox.Relay;
import org.convoke.events.outbox.RelayProducer;

/** This instance's relay, from start to end of the service. */
@ApplicationScoped
class OutboxRelay {

    private static final Duration POLL = Duration.ofMillis(250);

    private final Relay relay;

    OutboxRelay(AgroalDataSource database, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        relay = new Relay(database::getConnection, () -> RelayProducer.of(kafka), POLL);
    }

    void start(@Observes StartupEvent event) {
        relay.start();
    }

    void stop(@Observes ShutdownEvent event) {
        relay.close();
    }

    void signal() {
        relay.signal();
    }

    long sent() {
        return relay.sent();
    }

    long failures() {
        return relay.failures();
    }

    boolean isLeading() {
        return relay.isLeading();
    }
}
