package org.convoke.ledger;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.util.UUID;
import org.hibernate.Session;

/** The ids of the facts that had their effect, for longer than Kafka could deliver them again. */
@ApplicationScoped
class HeardFacts {

    private static final String ADD = "insert into heard (fact_id) values (?) on conflict do nothing";
    // Kafka keeps them for 7 days (Topics).
    private static final String FORGET = "delete from heard where heard_at < now() - interval '10 days'";

    private final Session session;

    HeardFacts(Session session) {
        this.session = session;
    }

    /** @return false when it is there; waits for a transaction that is about to add it */
    boolean add(UUID factId) {
        return session.doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ADD)) {
                statement.setObject(1, factId);
                return statement.executeUpdate() == 1;
            }
        });
    }

    @Scheduled(every = "1h", delayed = "2m")
    @RunOnVirtualThread
    @Transactional
    void forgetTheOld() {
        session.doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
                statement.executeUpdate();
            }
        });
    }
}
