package org.convoke.groups.search;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Writes down what the current thread has Hibernate ask the database. */
@PersistenceUnitExtension
@ApplicationScoped
public class SeenStatements implements StatementInspector {

    private final transient ThreadLocal<List<String>> seen = new ThreadLocal<>();

    /** The statements of the call, with {@code ?} for each parameter. */
    List<String> of(Runnable call) {
        List<String> statements = new ArrayList<>();
        seen.set(statements);
        try {
            call.run();
        } finally {
            seen.remove();
        }
        return statements;
    }

    @Override
    public String inspect(String sql) {
        if (seen.get() != null) {
            seen.get().add(sql);
        }
        return sql;
    }
}
