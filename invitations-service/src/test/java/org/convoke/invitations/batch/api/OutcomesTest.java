package org.convoke.invitations.batch.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convoke.invitations.Someone;
import org.convoke.invitations.Told;
import org.convoke.invitations.batch.Batcher;
import org.convoke.invitations.group.AGroup;
import org.junit.jupiter.api.Test;

/** What becomes of each recipient, and how the inviter sees it. */
@QuarkusTest
class OutcomesTest {

    private final Someone ann = Someone.called("ann");
    private final Someone ben = Someone.called("ben");
    private final Someone cleo = Someone.called("cleo");
    private final Batcher batcher = new Batcher(ann);
    private final AGroup group = ann.founds();

    @Test
    void eachRecipientHasAnOutcome() {
        Someone dan = Someone.called("dan");
        Someone eve = Someone.called("eve");
        Someone fay = Someone.called("fay");
        String nobody = "nobody-" + UUID.randomUUID();
        group.seat(ben.id(), "MEMBER");
        ann.invited(cleo, group);
        group.banned.add(dan.id());
        eve.request().put("/api/v1/invitation-blocks/users/{u}", ann.id());
        fay.declines(ann.invited(fay, group)).statusCode(200);
        Someone gil = Someone.called("gil");
        String batch =
                batcher.filed(group, List.of(ben.id(), cleo.id(), dan.id(), eve.id(), fay.id(), nobody, gil.id()));
        JsonPath done = batcher.finished(batch).jsonPath();
        assertThat(batcher.outcomes(batch))
                .containsOnly(
                        entry(ben.id(), "ALREADY_MEMBER"),
                        entry(cleo.id(), "EXISTING"),
                        entry(dan.id(), "BANNED"),
                        entry(eve.id(), "BLOCKED"),
                        entry(fay.id(), "QUOTA"),
                        entry(nobody, "UNKNOWN"),
                        entry(gil.id(), "CREATED"));
        assertThat(done.getMap("$"))
                .containsEntry("state", "COMPLETED")
                .containsEntry("total", 7)
                .containsEntry("processed", 7)
                .containsEntry("created", 1)
                .containsEntry("existing", 1)
                .containsEntry("alreadyMember", 1)
                .containsEntry("banned", 1)
                .containsEntry("blocked", 1)
                .containsEntry("quota", 1)
                .containsEntry("unknown", 1)
                .containsEntry("failed", 0);
    }

    @Test
    void aBatchIsTakenInAtOnceAndSeenByItsInviter() {
        var answer =
                batcher.files(group, List.of(ben.id(), cleo.id(), ben.id())).statusCode(202);
        String batch = answer.extract().path("id");
        answer.header("Location", endsWith(Batcher.PATH + "/" + batch))
                .body("groupId", equalTo(group.id.toString()))
                .body("state", equalTo("QUEUED"))
                .body("total", equalTo(2))
                .body("processed", equalTo(0))
                .body("message", equalTo("All of you"))
                .body("finishedAt", nullValue());
        assertThat(batcher.finished(batch).<Integer>path("created")).isEqualTo(2);
        String invitation = ben.listed("box=received").getFirst();
        ben.reads(invitation).body("message", equalTo("All of you")).body("inviterId", equalTo(ann.id()));
        ben.accepts(invitation).statusCode(200);
        assertThat(Told.about(invitation)).containsExactly("InvitationSent", "InvitationAccepted");
    }

    @Test
    void theSameBatchAgainSendsNothing() {
        List<String> guests = Batcher.strangers(45);
        batcher.finished(batcher.filed(group, guests));
        String again = batcher.filed(group, guests);
        assertThat(batcher.finished(again).<Integer>path("existing")).isEqualTo(45);
        assertThat(ann.lists("box=sent&limit=100").extract().<List<?>>path("items"))
                .hasSize(45);
    }

    @Test
    void anItemNamesItsInvitation() {
        String existing = ann.invited(ben, group);
        String batch = batcher.filed(group, List.of(ben.id(), cleo.id(), ann.id()));
        batcher.finished(batch);
        List<Map<String, String>> items = batcher.items(batch, "").extract().path("items");
        assertThat(items.get(0)).containsEntry("invitationId", existing);
        assertThat(items.get(1))
                .containsEntry("invitationId", cleo.listed("box=received").getFirst());
        assertThat(items.get(2)).containsEntry("invitationId", null).containsEntry("outcome", "ALREADY_MEMBER");
    }
}
