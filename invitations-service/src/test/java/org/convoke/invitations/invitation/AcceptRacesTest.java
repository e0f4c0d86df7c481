package org.convoke.invitations.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.invitations.Answers.refused;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.convoke.invitations.AtOnce;
import org.convoke.invitations.Someone;
import org.convoke.invitations.TheDatabase;
import org.convoke.invitations.Told;
import org.convoke.invitations.group.AGroup;
import org.junit.jupiter.api.Test;

/** One end for an invitation, whoever comes at the same time. */
@QuarkusTest
class AcceptRacesTest {

    private final Someone ann = Someone.called("ann");
    private final Someone ben = Someone.called("ben");

    @Test
    void fiftyAcceptsAtOnceMakeOneMemberAndAreAllAnsweredTheSame() {
        AGroup group = ann.founds();
        String id = ann.invited(ben, group);
        List<String> answers =
                AtOnce.times(50, () -> ben.accepts(id).statusCode(200).extract().asString());
        assertThat(new HashSet<>(answers)).hasSize(1);
        assertThat(group.members).containsOnlyKeys(ann.id(), ben.id());
        assertThat(group.seatCalls).hasValue(1);
        assertThat(Told.about(id)).containsExactly("InvitationSent", "InvitationAccepted");
    }

    @Test
    void acceptAgainstCancelHasOneWinner() {
        assertThat(winners(100, Someone::cancels, "CANCELLED")).contains("ACCEPTED");
    }

    @Test
    void acceptAgainstDeclineHasOneWinner() {
        assertThat(winners(50, (inviter, id) -> ben.declines(id), "DECLINED")).contains("ACCEPTED");
    }

    private interface Rival {
        ValidatableResponse decides(Someone inviter, String id);
    }

    private Set<String> winners(int rounds, Rival rival, String otherwise) {
        Set<String> winners = new HashSet<>();
        for (int round = 0; round < rounds; round++) {
            Someone inviter = Someone.called("inviter");
            AGroup group = inviter.founds();
            String id = inviter.invited(ben, group);
            List<ValidatableResponse> answers = AtOnce.run(() -> ben.accepts(id), () -> rival.decides(inviter, id));
            boolean accepted = answers.getFirst().extract().statusCode() == 200;
            String end = accepted ? "ACCEPTED" : otherwise;
            answers.get(accepted ? 0 : 1).statusCode(200);
            refused(answers.get(accepted ? 1 : 0), 409, "not-pending").body("invitationStatus", equalTo(end));
            ben.reads(id).body("status", equalTo(end));
            assertThat(group.members.containsKey(ben.id())).isEqualTo(accepted);
            winners.add(end);
        }
        return winners;
    }

    @Test
    void acceptAgainstItsEndIsDecidedOnce() {
        Set<Integer> statuses = new HashSet<>();
        for (int round = 0; round < 50; round++) {
            Someone inviter = Someone.called("inviter");
            AGroup group = inviter.founds();
            String id = inviter.invited(ben, group);
            List<Integer> answers = AtOnce.run(() -> ben.accepts(id).extract().statusCode(), () -> {
                TheDatabase.endNow(id);
                return inviter.invites(ben, group).extract().statusCode();
            });
            boolean accepted = answers.getFirst() == 200;
            String status = ben.reads(id).extract().path("status");
            assertThat(status).isEqualTo(accepted ? "ACCEPTED" : "EXPIRED");
            assertThat(group.members.containsKey(ben.id())).isEqualTo(accepted);
            statuses.addAll(answers);
        }
        assertThat(statuses).isSubsetOf(200, 201, 409, 410);
    }

    @Test
    void theLastSeatsGoToExactlyAsManyAsThereAre() {
        AGroup group = ann.founds();
        group.capacity = 6;
        List<Someone> crowd = IntStream.range(0, 20)
                .mapToObj(i -> Someone.called("crowd" + i))
                .toList();
        List<String> ids = crowd.stream().map(each -> ann.invited(each, group)).toList();
        List<Callable<ValidatableResponse>> accepts = IntStream.range(0, crowd.size())
                .<Callable<ValidatableResponse>>mapToObj(i -> () -> crowd.get(i).accepts(ids.get(i)))
                .toList();
        List<ValidatableResponse> answers = AtOnce.run(accepts);
        long seated = answers.stream()
                .filter(each -> each.extract().statusCode() == 200)
                .count();
        assertThat(seated).isEqualTo(5);
        assertThat(group.members).hasSize(6);
        for (int i = 0; i < crowd.size(); i++) {
            if (!group.members.containsKey(crowd.get(i).id())) {
                refused(answers.get(i), 409, "group-full");
                crowd.get(i).reads(ids.get(i)).body("status", equalTo("PENDING"));
            }
        }
    }
}
