package org.convoke.invitations.link;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.invitations.link.ByLink.aLink;
import static org.convoke.invitations.link.ByLink.previews;
import static org.convoke.invitations.link.ByLink.redeems;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.convoke.invitations.Someone;
import org.convoke.invitations.TheDatabase;
import org.convoke.invitations.group.AGroup;
import org.convoke.invitations.group.Fault;
import org.convoke.invitations.link.ByLink.ALink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A code is known to whom it was shown and to nobody who looks at the database, the logs or the metrics. */
@QuarkusTest
class CodesTest {

    private final Someone ann = Someone.called("ann");
    private final Someone ben = Someone.called("ben");
    private final AGroup group = ann.founds();

    @TestHTTPResource(value = "/", management = true)
    String management;

    @Test
    void codesAreTooManyToBeGuessedAndNeverTheSame() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            codes.add(LinkCode.random().text());
        }
        assertThat(codes).hasSize(1000).allMatch(code -> Base64.getUrlDecoder().decode(code).length == 24);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatHasAnotherLengthIsNoCode(String text) {
        assertThat(LinkCode.read(text)).isEmpty();
        assertThat(LinkCode.read("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+")).isEmpty();
    }

    @Test
    void theCodeIsNowhereInTheDatabase() {
        ALink link = aLink(ann, group);
        redeems(ben, link).statusCode(201);
        byte[] ascii = link.code().getBytes(US_ASCII);
        byte[] decoded = Base64.getUrlDecoder().decode(link.code());
        List<String> forms = List.of(
                link.code(), HexFormat.of().formatHex(ascii), HexFormat.of().formatHex(decoded));
        // That it would be found: the id is.
        assertThat(tablesWith(List.of(link.id()))).contains("invitation_link", "redemption");
        assertThat(tablesWith(forms)).isEmpty();
    }

    @Test
    void theCodeIsNeitherLoggedNorMeasured() {
        Lines lines = new Lines();
        Logger root = Logger.getLogger("");
        root.addHandler(lines);
        String code;
        try {
            ALink link = aLink(ann, group);
            code = link.code();
            previews(ben, code).statusCode(200);
            group.seatFault = Fault.UNAVAILABLE;
            redeems(ben, link).statusCode(503);
            group.fault = Fault.ANSWER_LOST;
            redeems(Someone.called("cleo"), link).statusCode(503);
            previews(ben, code).statusCode(503);
        } finally {
            root.removeHandler(lines);
        }
        assertThat(lines.all).isNotEmpty().noneMatch(line -> line.contains(code));
        String metrics = RestAssured.given()
                .accept("text/plain")
                .get(management + "metrics")
                .asString();
        assertThat(metrics).contains("/api/v1/invitation-links").doesNotContain(code);
    }

    @Test
    void bothLookUpsAreByIndex() {
        String plans = TheDatabase.trying(statement -> {
            statement.execute("""
                    insert into invitation_link (id, group_id, code_hash, uses, created_by, created_at, expires_at)
                    select gen_random_uuid(), md5((i / 20)::text)::uuid, sha256(i::text::bytea), 0, 'x', now(), now()
                    from generate_series(1, 5000) i""");
            statement.execute("analyze invitation_link");
            return plan(statement, "select * from invitation_link where code_hash = sha256('7'::bytea)")
                    + plan(statement, """
                            select * from invitation_link where group_id = md5('7')::uuid
                            order by id desc limit 51""");
        });
        assertThat(plans)
                .contains("invitation_link_code_hash_key", "invitation_link_of_group")
                .doesNotContain("Seq Scan");
    }

    private static String plan(Statement statement, String query) throws SQLException {
        List<String> plan = new ArrayList<>();
        try (var rows = statement.executeQuery("explain " + query)) {
            while (rows.next()) {
                plan.add(rows.getString(1));
            }
        }
        return String.join("\n", plan);
    }

    private static List<String> tablesWith(List<String> forms) {
        return TheDatabase.trying(statement -> {
            List<String> tables = new ArrayList<>();
            try (var rows = statement.executeQuery("""
                    select table_name from information_schema.tables
                    where table_schema = 'invitations' and table_name <> 'idempotency'""")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            List<String> found = new ArrayList<>();
            for (String table : tables) {
                for (String form : forms) {
                    try (var rows = statement.executeQuery(
                            "select from %s t where position('%s' in t::text) > 0".formatted(table, form))) {
                        if (rows.next()) {
                            found.add(table);
                        }
                    }
                }
            }
            return found;
        });
    }

    private static final class Lines extends Handler {

        private final Queue<String> all = new ConcurrentLinkedQueue<>();
        private final SimpleFormatter format = new SimpleFormatter();

        Lines() {
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord line) {
            all.add(format.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
