package org.convoke.invitations.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.invitations.invitation.Verdict.ALREADY_MEMBER;
import static org.convoke.invitations.invitation.Verdict.BANNED;
import static org.convoke.invitations.invitation.Verdict.CREATED;
import static org.convoke.invitations.invitation.Verdict.EXISTING;
import static org.convoke.invitations.invitation.Verdict.GROUP_QUOTA;
import static org.convoke.invitations.invitation.Verdict.NOT_ALLOWED;
import static org.convoke.invitations.invitation.Verdict.UNKNOWN;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.convoke.events.GroupPreview;
import org.convoke.invitations.AtOnce;
import org.convoke.invitations.Someone;
import org.convoke.invitations.Told;
import org.convoke.invitations.group.AGroup;
import org.convoke.invitations.group.Groups;
import org.convoke.invitations.group.InvitationCheck;
import org.convoke.invitations.group.InvitationCheck.Invitee;
import org.convoke.invitations.group.Role;
import org.convoke.invitations.group.Standing;
import org.junit.jupiter.api.Test;

/** Many at once, each with a verdict of her own. */
@QuarkusTest
class InvitePeopleTest {

    @Inject
    InvitePeople invitePeople;

    @Inject
    Groups groups;

    private final Someone ann = Someone.called("ann");
    private final AGroup group = ann.founds();

    @Test
    void eachHasAVerdictInTheOrderAsked() {
        List<String> ids = Stream.of("fresh", "member", "nobody", "banned", "invited", "asking")
                .map(name -> Someone.called(name).id())
                .toList();
        group.seat(ids.get(1), "MEMBER");
        group.banned.add(ids.get(3));
        group.requested.add(ids.get(5));
        Result invited = invite(List.of(ids.get(4))).getFirst();

        List<Result> predicted = invitePeople.predict(order(ids), check(ids));
        List<Result> results = invite(ids);
        assertThat(results).extracting(Result::inviteeId).isEqualTo(ids);
        assertThat(results)
                .extracting(Result::verdict)
                .containsExactly(CREATED, ALREADY_MEMBER, UNKNOWN, BANNED, EXISTING, CREATED)
                .isEqualTo(predicted.stream().map(Result::verdict).toList());
        assertThat(results.get(4).invitation()).isEqualTo(invited.invitation());
        assertThat(predicted.getFirst().invitation()).isNull();
        assertThat(Told.about(results.getFirst().invitation().id().toString())).containsExactly("InvitationSent");
    }

    @Test
    void whoMayNotInviteInvitesNobody() {
        group.mute.add(ann.id());
        List<String> ids = someIds(3);
        assertThat(invite(ids))
                .extracting(Result::verdict)
                .containsOnly(NOT_ALLOWED)
                .hasSize(3);
    }

    @Test
    void aThousandAreInvitedWithinTwoSecondsAndNotOneMore() {
        List<String> ids = someIds(1_001);
        var check = new InvitationCheck(
                true,
                Role.OWNER,
                new GroupPreview(group.id, "Chess", "PUBLIC", 1),
                ids.stream().map(id -> new Invitee(id, Standing.OK, false)).toList());
        invite(someIds(1));
        long began = System.nanoTime();
        List<Result> results = inTransaction(order(ids), check);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        assertThat(results.subList(0, 999)).extracting(Result::verdict).containsOnly(CREATED);
        assertThat(results.subList(999, 1_001)).extracting(Result::verdict).containsOnly(GROUP_QUOTA);
        assertThat(inTransaction(order(ids), check).subList(0, 999))
                .extracting(Result::verdict)
                .containsOnly(EXISTING);
    }

    @Test
    void batchesThatCrossInviteEachOnceAndDoNotLockEachOtherOut() {
        for (int round = 0; round < 10; round++) {
            List<String> ids = someIds(40);
            List<String> reversed = ids.reversed();
            List<String> shuffled = shuffled(ids);
            AGroup other = Someone.called("bea").founds();
            List<List<Result>> results = AtOnce.run(
                    () -> invite(ids),
                    () -> invite(reversed),
                    () -> inTransaction(order(shuffled), check(shuffled)),
                    () -> QuarkusTransaction.requiringNew()
                            .call(() -> invitePeople.invite(
                                    orderBy(ownerOf(other), other, shuffled),
                                    groups.check(other.id, ownerOf(other), shuffled))));
            assertThat(results.subList(0, 3).stream()
                            .flatMap(Collection::stream)
                            .filter(each -> each.verdict() == CREATED))
                    .hasSize(40);
            assertThat(results.getLast()).extracting(Result::verdict).containsOnly(CREATED);
        }
    }

    private static String ownerOf(AGroup group) {
        return group.members.keySet().iterator().next();
    }

    private static List<String> shuffled(List<String> ids) {
        List<String> shuffled = new ArrayList<>(ids);
        Collections.shuffle(shuffled);
        return shuffled;
    }

    private List<Result> invite(List<String> ids) {
        return inTransaction(order(ids), check(ids));
    }

    private List<Result> inTransaction(Order order, InvitationCheck check) {
        return QuarkusTransaction.requiringNew().call(() -> invitePeople.invite(order, check));
    }

    private InvitationCheck check(List<String> ids) {
        return groups.check(group.id, ann.id(), ids);
    }

    private Order order(List<String> ids) {
        return orderBy(ann.id(), group, ids);
    }

    private static Order orderBy(String inviterId, AGroup group, List<String> ids) {
        return new Order(group.id, inviterId, ids, "Come and play", Duration.ofDays(14), true);
    }

    private static List<String> someIds(int count) {
        return IntStream.range(0, count).mapToObj(i -> Someone.called("p").id()).toList();
    }
}
