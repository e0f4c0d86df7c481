package org.convoke.invitations.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.convoke.invitations.Answers.refused;
import static org.convoke.invitations.link.ByLink.aLink;
import static org.convoke.invitations.link.ByLink.lists;
import static org.convoke.invitations.link.ByLink.previews;
import static org.convoke.invitations.link.ByLink.redeems;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.convoke.invitations.Refusal;
import org.convoke.invitations.Refused;
import org.convoke.invitations.Someone;
import org.convoke.invitations.TheDatabase;
import org.convoke.invitations.group.AGroup;
import org.convoke.invitations.group.Fault;
import org.convoke.invitations.link.ByLink.ALink;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EndLinksTest {

    private final Someone ann = Someone.called("ann");
    private final Someone ben = Someone.called("ben");
    private final AGroup group = ann.founds();

    @Inject
    EndLinks endLinks;

    @Test
    void theLinksOfADeletedGroupAreRevoked() {
        ALink link = aLink(ann, group);
        ALink other = aLink(ann, ann.founds());
        endLinks.groupDeleted(group.id, Instant.now());
        refused(redeems(ben, link), 410, "revoked");
        redeems(ben, other).statusCode(201);
    }

    @Test
    void theLinksOfAnArchivedGroupDoNotComeBackWithIt() {
        ALink link = aLink(ann, group);
        Instant archived = Instant.now();
        ALink since = aLink(ann, group);
        endLinks.groupArchived(group.id, archived);
        refused(redeems(ben, link), 410, "revoked");
        refused(previews(ben, link.code()), 410, "revoked");
        redeems(ben, since).statusCode(201);
    }

    @Test
    void whoIsForgottenIsNotNamedAndHerLinksEnd() {
        group.seat(ben.id(), "ADMIN");
        ALink link = aLink(ben, group);
        ALink other = aLink(ann, group);
        Someone cleo = Someone.called("cleo");
        Someone dan = Someone.called("dan");
        redeems(cleo, other).statusCode(201);
        group.joinPolicy = "REQUEST";
        redeems(dan, other).statusCode(202);
        redeems(Someone.called("eve"), other).statusCode(202);
        endLinks.personErased(ben.id());
        endLinks.personErased(cleo.id());
        endLinks.personErased(dan.id());
        endLinks.personErased(dan.id());
        lists(ann, group, "")
                .body("items[1].id", equalTo(link.id()))
                .body("items[1].createdBy", equalTo("erased"))
                .body("items[1].revoked", equalTo(true));
        refused(redeems(dan, link), 410, "revoked");
        assertThat(other.uses()).isEqualTo(3);
        for (Someone each : new Someone[] {ben, cleo, dan}) {
            assertThat(TheDatabase.exists("select from redemption where user_id = '%s'".formatted(each.id())))
                    .isFalse();
            assertThat(TheDatabase.exists(
                            "select from invitation_link l where l::text like '%%%s%%'".formatted(each.id())))
                    .isFalse();
        }
    }

    @Test
    void twoForgottenWhoHadAskedByOneLinkDoNotStandInEachOthersWay() {
        group.joinPolicy = "REQUEST";
        ALink link = aLink(ann, group);
        Someone cleo = Someone.called("cleo");
        redeems(ben, link).statusCode(202);
        redeems(cleo, link).statusCode(202);
        endLinks.personErased(ben.id());
        endLinks.personErased(cleo.id());
        assertThat(link.uses()).isEqualTo(2);
    }

    @Test
    void whoIsBeingLetInIsForgottenAfterwards() {
        ALink link = aLink(ann, group);
        group.seatFault = Fault.SLOW;
        var redeemed = CompletableFuture.supplyAsync(() -> redeems(ben, link));
        Awaitility.await().until(() -> group.seatCalls.get() == 1);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> endLinks.personErased(ben.id()))
                .matches(refused -> refused.refusal() == Refusal.ACCEPT_UNDER_WAY);
        redeemed.join().statusCode(201);
        endLinks.personErased(ben.id());
        assertThat(link.uses()).isEqualTo(1);
    }
}
