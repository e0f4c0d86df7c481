package org.convoke.ledger;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** An effect in the database and the answer under a key come and go together. */
@QuarkusTest
class IdempotentEffectsTest {

    /** As {@link StoredAnswers} takes it, whichever instance asks. */
    private static final String LOCK = "hashtextextended(concat_ws('|', current_schema(), 'ann', ?), 0)";

    private final String what = UUID.randomUUID().toString();
    private final String key = UUID.randomUUID().toString();

    @Inject
    AgroalDataSource database;

    @Inject
    StoredAnswers answers;

    @BeforeEach
    void table() throws SQLException {
        execute("create table if not exists effects (what text not null)");
    }

    @Test
    void aUseCaseThatJoinsTheTransactionHasOneEffect() throws SQLException {
        post("one").then().statusCode(200).header("Idempotency-Replayed", nullValue());
        post("one").then().statusCode(200).header("Idempotency-Replayed", "true");
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void aRefusalWithinAJoinedTransactionLeavesNothingBehind() throws SQLException {
        post("refused").then().statusCode(409).body("code", equalTo("no"));
        assertThat(effects()).isZero();
        assertThat(kept()).isZero();
        post("refused").then().statusCode(409).header("Idempotency-Replayed", nullValue());
    }

    @RepeatedTest(20)
    void eightAtOnceHaveOneEffect() throws SQLException {
        CountDownLatch start = new CountDownLatch(8);
        List<CompletableFuture<Response>> calls = IntStream.range(0, 8)
                .mapToObj(i -> supplyAsync(() -> postTogether(start), Thread::startVirtualThread))
                .toList();
        List<Integer> statuses =
                calls.stream().map(call -> call.join().statusCode()).toList();
        assertThat(statuses).contains(200).isSubsetOf(200, 409);
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void whileTheFirstRunsTheSecondIsRefused() throws SQLException {
        CountDownLatch end = new CountDownLatch(1);
        IdempotentDoor.HELD.put(what, end);
        CompletableFuture<Response> first = supplyAsync(() -> post("held"));
        try {
            await().until(() -> !isFree());
            post("held").then().statusCode(409).body("code", equalTo("idempotency-key-in-use"));
        } finally {
            end.countDown();
        }
        first.join().then().statusCode(200);
        post("held").then().statusCode(200).header("Idempotency-Replayed", "true");
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void aKeyThatAnotherInstanceHoldsIsInUse() throws SQLException {
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            assertThat(locks(other)).isTrue();
            post("one").then().statusCode(409).body("code", equalTo("idempotency-key-in-use"));
            other.rollback();
        }
        post("one").then().statusCode(200);
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void aBodyThatIsTextBelongsToTheRequestAsJsonDoes() throws SQLException {
        csv("hello", "inviteeId\nben\n").then().statusCode(200).header("Idempotency-Replayed", nullValue());
        csv("hello", "inviteeId\nben\n").then().statusCode(200).header("Idempotency-Replayed", "true");
        csv("hello", "inviteeId\neve\n").then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
        csv("hallo", "inviteeId\nben\n").then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void anAnswerIsKeptForADayAndNotMuchLonger() throws SQLException {
        post("one").then().statusCode(200);
        age("23 hours 59 minutes");
        answers.forgetTheOld();
        post("one").then().statusCode(200).header("Idempotency-Replayed", "true");
        age("1 minute");
        answers.forgetTheOld();
        assertThat(kept()).isZero();
    }

    private Response post(String how) {
        return given().auth().oauth2(token()).header("Idempotency-Key", key).post("/effects/{what}/{how}", what, how);
    }

    private Response postTogether(CountDownLatch all) {
        all.countDown();
        try {
            all.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return post("one");
    }

    private Response csv(String message, String body) {
        return given().auth()
                .oauth2(token())
                .header("Idempotency-Key", key)
                .contentType("text/csv")
                .queryParam("message", message)
                .body(body)
                .post("/effects/{what}/csv", what);
    }

    private static String token() {
        return RealParts.issuer().token("ann").mint();
    }

    private boolean isFree() throws SQLException {
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            boolean free = locks(other);
            other.rollback();
            return free;
        }
    }

    private boolean locks(Connection connection) throws SQLException {
        return read(connection, "select pg_try_advisory_xact_lock(" + LOCK + ")::int", key) == 1;
    }

    private long effects() throws SQLException {
        return count("select count(*) from effects where what = ?", what);
    }

    private long kept() throws SQLException {
        return count("select count(*) from idempotency where key = ?", key);
    }

    private void age(String by) throws SQLException {
        execute("update idempotency set created_at = created_at - interval '" + by + "' where key = '" + key + "'");
    }

    private long count(String sql, String parameter) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return read(connection, sql, parameter);
        }
    }

    private static long read(Connection connection, String sql, String parameter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }
}
