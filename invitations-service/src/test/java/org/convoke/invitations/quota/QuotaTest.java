package org.convoke.invitations.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.invitations.Answers.refused;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.convoke.invitations.AtOnce;
import org.convoke.invitations.Someone;
import org.convoke.invitations.TheDatabase;
import org.convoke.invitations.group.AGroup;
import org.convoke.invitations.group.Groups;
import org.convoke.invitations.invitation.InvitePeople;
import org.convoke.invitations.invitation.Order;
import org.convoke.invitations.invitation.Result;
import org.convoke.invitations.invitation.Verdict;
import org.junit.jupiter.api.Test;

/** Counted in people, exactly, and told when there is room again. */
@QuarkusTest
class QuotaTest {

    @Inject
    InvitePeople invitePeople;

    @Inject
    Groups groups;

    private final Someone ann = Someone.called("ann");
    private final Someone ben = Someone.called("ben");
    private final AGroup group = ann.founds();

    @Test
    void thirtyAtOnceForTheLastTenAreTen() {
        sent(ann, 40, "30 minutes", false);
        List<ValidatableResponse> answers = AtOnce.times(30, () -> ann.invites(Someone.called("p"), ann.founds()));
        assertThat(answers)
                .filteredOn(each -> each.extract().statusCode() == 201)
                .hasSize(10);
        assertThat(answers)
                .filteredOn(each -> each.extract().statusCode() != 201)
                .allSatisfy(each -> within(refused(each, 429, "inviter-quota"), Duration.ofMinutes(30)));
    }

    @Test
    void aDayHasItsOwnQuota() {
        sent(ann, 199, "20 hours", false);
        ann.invited(ben, group);
        within(refused(ann.invites(Someone.called("p"), group), 429, "inviter-quota"), Duration.ofHours(4));
    }

    @Test
    void aGroupHasItsOwnQuotaWhoeverInvites() {
        for (int i = 0; i < 5; i++) {
            sentTo(group, Someone.called("other"), 200, "23 hours");
        }
        within(refused(ann.invites(ben, group), 429, "group-quota"), Duration.ofHours(1));
        ann.invited(ben, ann.founds());
    }

    @Test
    void batchesCountApartAndByThePerson() {
        sent(ann, 1_999, "2 hours", true);
        List<String> ids =
                IntStream.range(0, 3).mapToObj(i -> Someone.called("p").id()).toList();
        Order order = new Order(group.id, ann.id(), ids, null, Duration.ofDays(1), true);
        var check = groups.check(group.id, ann.id(), ids);
        List<Result> results = QuarkusTransaction.requiringNew().call(() -> invitePeople.invite(order, check));
        assertThat(results)
                .extracting(Result::verdict)
                .containsExactly(Verdict.CREATED, Verdict.INVITER_QUOTA, Verdict.INVITER_QUOTA);
        ann.invited(ben, group);
    }

    @Test
    void theSameAgainCostsNothingAndACancelledOneCounts() {
        sent(ann, 48, "10 minutes", false);
        String id = ann.invited(ben, group);
        for (int i = 0; i < 3; i++) {
            ann.invites(ben, group).statusCode(200);
        }
        ann.cancels(id).statusCode(200);
        ann.invited(ben, group);
        refused(ann.invites(Someone.called("p"), group), 429, "inviter-quota");
        ann.invites(ben, group).statusCode(200);
    }

    @Test
    void withheldOnesCountLikeOthers() {
        sent(ann, 49, "10 minutes", false);
        ben.acceptsFrom("NOBODY");
        ann.invited(ben, group);
        refused(ann.invites(Someone.called("p"), group), 429, "inviter-quota");
    }

    @Test
    void whoDeclinedIsLeftInPeaceForAWeek() {
        ben.declines(ann.invited(ben, group)).statusCode(200);
        within(refused(ann.invites(ben, group), 429, "cooldown"), Duration.ofDays(7));
        TheDatabase.run("update invitation set decided_at = now() - interval '7 days' where invitee_id = '%s'"
                .formatted(ben.id()));
        ann.invited(ben, group);
    }

    @Test
    void nobodyIsInvitedToAGroupMoreThanThreeTimesAMonth() {
        for (int i = 0; i < 3; i++) {
            ann.cancels(ann.invited(ben, group)).statusCode(200);
        }
        within(refused(ann.invites(ben, group), 429, "cooldown"), Duration.ofDays(30));
        ann.invited(ben, ann.founds());
    }

    /** True, and not more than some seconds late. */
    private static void within(ValidatableResponse refusal, Duration expected) {
        long seconds = Long.parseLong(refusal.extract().header("Retry-After"));
        assertThat(seconds).isBetween(expected.toSeconds() - 60, expected.toSeconds() + 1);
    }

    private static void sent(Someone inviter, int count, String ago, boolean batch) {
        insert(inviter, count, "gen_random_uuid()", ago, batch);
    }

    private static void sentTo(AGroup group, Someone inviter, int count, String ago) {
        insert(inviter, count, "'%s'".formatted(group.id), ago, false);
    }

    private static void insert(Someone inviter, int count, String group, String ago, boolean batch) {
        TheDatabase.run("""
                insert into invitation (id, seq, group_id, group_preview, inviter_id, invitee_id, status,
                    created_at, expires_at, decided_at, batch)
                select gen_random_uuid(), 1, %s, '{}', '%s', gen_random_uuid(), 'CANCELLED',
                    now() - interval '%s', now(), now(), %s
                from generate_series(1, %d)""".formatted(group, inviter.id(), ago, batch, count));
    }
}
