package org.convoke.ledger;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jboss.logging.Logger;

/** What an operator watches: how much waits to be sent, for how long, and whether this instance is the one to send. */
@ApplicationScoped
class OutboxGauges {

    private static final Logger LOG = Logger.getLogger(OutboxGauges.class);

    private final AgroalDataSource database;

    OutboxGauges(AgroalDataSource database) {
        this.database = database;
    }

    void register(@Observes StartupEvent event, MeterRegistry meters, OutboxRelay relay) {
        // Both ends of the primary key instead of a count, which an outage of Kafka would make slow.
        Gauge.builder("convoke.outbox.depth", this, gauges -> gauges.read("max(id) - min(id) + 1"))
                .description("Rows between the oldest and the newest that wait to be sent")
                .register(meters);
        Gauge.builder(
                        "convoke.outbox.age.seconds",
                        this,
                        gauges -> gauges.read(
                                "extract(epoch from now() - (select created_at from outbox order by id limit 1))"))
                .description("How long the oldest row has been waiting")
                .register(meters);
        Gauge.builder("convoke.outbox.leading", relay, leader -> leader.isLeading() ? 1 : 0)
                .description("1 while this instance sends the outbox of its service")
                .register(meters);
        FunctionCounter.builder("convoke.outbox.sent", relay, OutboxRelay::sent)
                .description("Rows that this instance has brought to Kafka")
                .register(meters);
        FunctionCounter.builder("convoke.outbox.failures", relay, OutboxRelay::failures)
                .description("How often its relay had to begin anew")
                .register(meters);
    }

    private double read(String expression) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select coalesce(" + expression + ", 0) from outbox")) {
            return result.next() ? result.getDouble(1) : 0;
        } catch (SQLException e) {
            LOG.debugf("The outbox cannot be measured: %s", e.getMessage());
            return Double.NaN;
        }
    }
}
