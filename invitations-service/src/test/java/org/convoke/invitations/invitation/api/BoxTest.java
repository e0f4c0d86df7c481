package org.convoke.invitations.invitation.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.invitations.Answers.invalid;
import static org.convoke.invitations.Answers.refused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.convoke.invitations.Someone;
import org.convoke.invitations.TheDatabase;
import org.convoke.invitations.group.AGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BoxTest {

    private final Someone ann = Someone.called("ann");
    private final Someone ben = Someone.called("ben");
    private final Someone cleo = Someone.called("cleo");
    private final AGroup group = ann.founds();

    @Test
    void anInvitationLiesInTheBoxesOfBothAndOfNobodyElse() {
        String id = ann.invited(ben, group);
        assertThat(ann.listed("box=sent")).containsExactly(id);
        assertThat(ben.listed("box=received")).containsExactly(id);
        assertThat(ann.listed("box=received")).isEmpty();
        assertThat(ben.listed("box=sent")).isEmpty();
        assertThat(cleo.listed("box=received")).isEmpty();
    }

    @Test
    void aBoxIsReadNewestFirstPageByPage() {
        List<String> sent = IntStream.range(0, 5)
                .mapToObj(i -> ann.invited(Someone.called("friend" + i), group))
                .toList();
        List<String> read = new ArrayList<>();
        String cursor = "";
        do {
            ExtractableResponse<Response> page =
                    ann.lists("box=sent&limit=2" + cursor).extract();
            read.addAll(page.path("items.id"));
            cursor = page.path("next") == null ? "" : "&cursor=" + page.path("next");
        } while (!cursor.isEmpty());
        assertThat(read).isEqualTo(sent.reversed());
    }

    @Test
    void aBoxIsNarrowedByGroupAndStatus() {
        AGroup other = ann.founds();
        String pending = ann.invited(ben, group);
        String cancelled = ann.invited(ben, other);
        ann.cancels(cancelled);
        String over = ann.invited(cleo, group);
        TheDatabase.endNow(over);
        assertThat(ann.listed("box=sent&groupId=" + group.id)).containsExactly(over, pending);
        assertThat(ann.listed("box=sent&status=PENDING")).containsExactly(pending);
        assertThat(ann.listed("box=sent&status=EXPIRED")).containsExactly(over);
        assertThat(ann.listed("box=sent&status=CANCELLED")).containsExactly(cancelled);
        assertThat(ben.listed("box=received&status=PENDING&groupId=" + other.id))
                .isEmpty();
        assertThat(ann.listed("box=sent&groupId=" + UUID.randomUUID())).isEmpty();
    }

    @Test
    void anExpiredInvitationReadsAsExpiredUntilAndAfterItIsWrittenDown() {
        String id = ann.invited(ben, group);
        TheDatabase.endNow(id);
        String before = ben.reads(id).extract().asString();
        ann.invited(ben, group);
        assertThat(ben.reads(id).extract().asString()).isEqualTo(before);
        assertThat(ben.listed("box=received&status=EXPIRED")).containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=PENDING",
                "box=all",
                "box=RECEIVED",
                "box=sent&status=pending",
                "box=sent&groupId=1",
                "box=sent&limit=101",
                "box=sent&limit=0",
                "box=sent&limit=x",
                "box=sent&cursor=AAAAAAAA"
            })
    void aBoxThatDoesNotExistIsNotRead(String query) {
        refused(ann.lists(query), 400, "invalid");
    }

    @Test
    void aForgedCursorIsRefused() {
        ann.invited(ben, group);
        ann.invited(cleo, group);
        String cursor = ann.lists("box=sent&limit=1").extract().path("next");
        String forged = (cursor.startsWith("A") ? "B" : "A") + cursor.substring(1);
        ann.lists("box=sent&limit=1&cursor=" + cursor).statusCode(200);
        invalid(ann.lists("box=sent&limit=1&cursor=" + forged), "cursor");
    }
}
