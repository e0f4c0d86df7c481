package org.convoke.invitations.batch.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.invitations.Answers.invalid;
import static org.convoke.invitations.Answers.refused;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.convoke.invitations.Someone;
import org.convoke.invitations.batch.Batcher;
import org.convoke.invitations.group.AGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CsvBatchTest {

    private final Someone ann = Someone.called("ann");
    private final Batcher batcher = new Batcher(ann);
    private final AGroup group = ann.founds();
    private final String query = "groupId=" + group.id;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inviteeId\r\nA\r\nB\r\n",
                "inviteeId\nA\nB",
                "A\nB",
                "\uFEFFinviteeId\r\nA\r\nB",
                "\uFEFFA\nB",
                "\"inviteeId\"\r\n\"A\"\r\n\"B\"\r\n",
                "inviteeId\r\n\r\nA\r\n   \r\n\"\"\r\nB\r\n\r\n",
                "inviteeId\n  A \nB\nA\n"
            })
    void aTableOfOneColumnIsABatch(String csv) {
        List<String> guests = Batcher.strangers(2);
        String batch = batcher.filesCsv(query, csv.replace("A", guests.get(0)).replace("B", guests.get(1)))
                .statusCode(202)
                .body("total", equalTo(2))
                .extract()
                .path("id");
        assertThat(batcher.items(batch, "").extract().<List<String>>path("items.inviteeId"))
                .isEqualTo(guests);
    }

    @Test
    void quotesCommasAndAccentsAreKept() {
        String batch = batcher.filesCsv(query, "inviteeId\r\n\"a,\"\"b\"\" é\"\r\n\"e\u0301\"")
                .statusCode(202)
                .extract()
                .path("id");
        assertThat(batcher.items(batch, "").extract().<List<String>>path("items.inviteeId"))
                .containsExactly("a,\"b\" é", "é");
    }

    @Test
    void theQuerySaysTheRest() {
        Someone ben = Someone.called("ben");
        String batch = batcher.filesCsv(query + "&message=Come and play&expiresInDays=3", ben.id())
                .statusCode(202)
                .body("message", equalTo("Come and play"))
                .extract()
                .path("id");
        batcher.finished(batch);
        ben.reads(ben.listed("box=received").getFirst()).body("message", equalTo("Come and play"));
    }

    @Test
    void whatIsWrongIsNamed() {
        invalid(batcher.filesCsv("", "a"), "groupId");
        invalid(batcher.filesCsv("groupId=1-1-1-1-1", "a"), "groupId");
        invalid(batcher.filesCsv(query + "&expiresInDays=soon", "a"), "expiresInDays");
        invalid(batcher.filesCsv(query + "&expiresInDays=91", "a"), "expiresInDays");
        invalid(batcher.filesCsv(query + "&message=" + "x".repeat(501), "a"), "message");
        invalid(batcher.filesCsv(query, ""), "inviteeIds");
        invalid(batcher.filesCsv(query, "inviteeId\r\n"), "inviteeIds");
        invalid(batcher.filesCsv(query, "a,b"), "inviteeIds");
        invalid(batcher.filesCsv(query, "inviteeId\r\na\r\nb,\r\n"), "inviteeIds");
        invalid(batcher.filesCsv(query, "\"a"), "inviteeIds");
        invalid(batcher.filesCsv(query, "a\u0000b"), "inviteeIds");
        invalid(batcher.filesCsv(query, "x".repeat(256)), "inviteeIds");
    }

    @Test
    void aThousandAreTheMost() {
        String thousand = String.join("\n", Batcher.strangers(1_000));
        refused(batcher.filesCsv(query, thousand + "\nx"), 422, "too-many-recipients");
    }

    @Test
    void onlyUtf8IsRead() {
        refused(
                ann.request()
                        .contentType("text/csv;charset=ISO-8859-1")
                        .body("a")
                        .post(Batcher.PATH + "?" + query)
                        .then(),
                415,
                "unsupported-media-type");
        byte[] latin = "é".getBytes(StandardCharsets.ISO_8859_1);
        invalid(
                ann.request()
                        .contentType("text/csv;charset=UTF-8")
                        .body(latin)
                        .post(Batcher.PATH + "?" + query)
                        .then(),
                "inviteeIds");
    }
}
