package org.convoke.invitations.batch.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.invitations.Answers.invalid;
import static org.convoke.invitations.Answers.refused;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.convoke.invitations.Someone;
import org.convoke.invitations.batch.Batcher;
import org.convoke.invitations.group.AGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ReadBatchesTest {

    private final Someone ann = Someone.called("ann");
    private final Someone ben = Someone.called("ben");
    private final Batcher batcher = new Batcher(ann);
    private final AGroup group = ann.founds();

    @Test
    void aBatchExistsForItsInviterAlone() {
        group.seat(ben.id(), "OWNER");
        String batch = batcher.filed(group, Batcher.strangers(1));
        Batcher other = new Batcher(ben);
        refused(other.reads(batch), 404, "not-found");
        refused(other.items(batch, ""), 404, "not-found");
        refused(
                ben.request()
                        .accept("text/csv")
                        .get(Batcher.PATH + "/{id}/items", batch)
                        .then(),
                404,
                "not-found");
        refused(other.cancels(batch), 404, "not-found");
        assertThat(other.lists("").extract().<List<?>>path("items")).isEmpty();
        refused(batcher.reads(UUID.randomUUID().toString()), 404, "not-found");
        invalid(batcher.reads("7"), "id");
    }

    @Test
    void batchesAreListedNewestFirstPageByPage() {
        List<String> filed = IntStream.range(0, 5)
                .mapToObj(i -> batcher.filed(group, Batcher.strangers(1)))
                .toList();
        assertThat(this.<String>all(
                        "items.id", query -> batcher.lists("limit=2" + query).extract()))
                .isEqualTo(filed.reversed());
    }

    @Test
    void itemsAreListedInTheirOrderPageByPageAndByOutcome() {
        List<String> guests = new ArrayList<>(Batcher.strangers(7));
        guests.add(3, ann.id());
        String batch = batcher.filed(group, guests);
        batcher.finished(batch);
        assertThat(this.<String>all(
                        "items.inviteeId",
                        query -> batcher.items(batch, "limit=3" + query).extract()))
                .isEqualTo(guests);
        assertThat(batcher.items(batch, "outcome=ALREADY_MEMBER").extract().<List<String>>path("items.inviteeId"))
                .containsExactly(ann.id());
        assertThat(batcher.items(batch, "outcome=FAILED").extract().<List<?>>path("items"))
                .isEmpty();
        invalid(batcher.items(batch, "outcome=created"), "outcome");
        String cursor = batcher.lists("limit=1").extract().path("next");
        assertThat(cursor).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "cursor=AAAAAAAA", "cursor=x"})
    void aPageThatDoesNotExistIsNotRead(String query) {
        String batch = batcher.filed(group, Batcher.strangers(1));
        refused(batcher.lists(query), 400, "invalid");
        refused(batcher.items(batch, query), 400, "invalid");
    }

    @Test
    void itemsComeAsCsvWhereThatIsWanted() {
        String batch = batcher.filed(group, List.of(ben.id(), ann.id()));
        batcher.finished(batch);
        ann.request()
                .accept("text/csv")
                .get(Batcher.PATH + "/{id}/items", batch)
                .then()
                .contentType(startsWith("text/csv"));
        String invitation = ben.listed("box=received").getFirst();
        assertThat(batcher.csv(batch, ""))
                .isEqualTo("inviteeId,outcome,invitationId\r\n%s,CREATED,%s\r\n%s,ALREADY_MEMBER,\r\n"
                        .formatted(ben.id(), invitation, ann.id()));
        assertThat(batcher.csv(batch, "outcome=CREATED").lines()).hasSize(2);
        ann.request()
                .accept("*/*")
                .get(Batcher.PATH + "/{id}/items", batch)
                .then()
                .contentType(startsWith("application/json"));
    }

    @Test
    void noValueOfTheCsvIsAFormula() {
        String suffix = "cmd|'/c calc'!A1" + UUID.randomUUID();
        List<String> guests = List.of("=" + suffix, "+" + suffix, "-" + suffix, "@" + suffix, "a,\"b\"" + suffix);
        String batch = batcher.filed(group, guests);
        batcher.finished(batch);
        assertThat(batcher.csv(batch, "").lines().skip(1).limit(4)).allMatch(line -> line.matches("\"?'[=+@-].*"));
        assertThat(batcher.csv(batch, "")).contains("\"a,\"\"b\"\"" + suffix + "\"");
        assertThat(batcher.items(batch, "").extract().<List<String>>path("items.inviteeId"))
                .isEqualTo(guests);
    }

    private <T> List<T> all(String path, Function<String, ExtractableResponse<Response>> pages) {
        List<T> read = new ArrayList<>();
        String cursor = "";
        do {
            ExtractableResponse<Response> page = pages.apply(cursor);
            read.addAll(page.path(path));
            cursor = page.path("next") == null ? "" : "&cursor=" + page.path("next");
        } while (!cursor.isEmpty());
        return read;
    }
}
