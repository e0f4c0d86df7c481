package org.convoke.invitations.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Lists and the search for work read an index, never all that has ever been. */
@QuarkusTest
class PlansTest {

    private static final String ID = UUID.randomUUID().toString();

    @Inject
    AgroalDataSource database;

    @Test
    void theListOfAnInvitersBatchesIsReadInTheOrderOfItsIndex() throws SQLException {
        assertThat(plan("select * from batch where inviter_id = 'x' and id < '%s' order by id desc limit 51"
                        .formatted(ID)))
                .contains("batch_by_inviter")
                .doesNotContain("Sort", "Seq Scan");
    }

    @Test
    void theItemsOfABatchAreReadInTheOrderOfTheirKey() throws SQLException {
        assertThat(plan("select * from batch_item where batch_id = '%s' and position > 7 order by position limit 51"
                        .formatted(ID)))
                .contains("batch_item_pkey")
                .doesNotContain("Sort", "Seq Scan");
    }

    @Test
    void theNextBatchIsLookedForAmongTheOpenOnes() throws SQLException {
        assertThat(plan(Batches.NEXT.replace(":now", "now()")))
                .contains("batch_open")
                .doesNotContain("Seq Scan");
    }

    private String plan(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // The tables of the tests are too small for an index to pay.
            statement.execute("set local enable_seqscan = off; set local enable_bitmapscan = off");
            ResultSet rows = statement.executeQuery("explain " + query);
            var plan = new StringBuilder();
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
            connection.rollback();
            return plan.toString();
        }
    }
}
