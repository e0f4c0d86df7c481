package org.convoke.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.convoke.local.chaos.Violation.Rule;
import org.junit.jupiter.api.Test;

class CheckerTest {

    private final Scene scene = new Scene("ada", "bob", "eve");

    @Test
    void whatEverybodyHeardOnceAndInOrderIsRight() {
        scene.renamed("Go", "ada", "bob");
        scene.renamed("Chess", "ada", "bob");
        scene.tell("event Go", "ada", "bob");
        scene.tell("event Chess", "ada", "bob");
        assertThat(scene.check()).isEmpty();
    }

    @Test
    void whatIsInNoStreamIsLost() {
        scene.renamed("Go", "ada");
        scene.tell("event Go", "ada");
        scene.happens("Chess", "ada");
        assertThat(scene.check())
                .extracting(Violation::what)
                .containsExactlyInAnyOrder(
                        "group:updated 1 Chess in g:1 is not in its stream",
                        "group:updated 1 Chess in g:1 is not known to the phone of ada");
    }

    @Test
    void whatOneDeviceHasNotHeardIsLost() {
        scene.renamed("Go", "ada", "bob");
        scene.tell("event Go", "ada");
        assertThat(scene.check())
                .contains(new Violation(Rule.LOST, "group:updated 1 Go in g:1 is not known to the phone of bob"));
    }

    @Test
    void whoWasToldToResetFetchesWhatCameBefore() {
        scene.renamed("Go", "ada", "bob");
        scene.tell("event Go", "ada");
        scene.reset("bob");
        assertThat(scene.check()).isEmpty();
    }

    @Test
    void aResetIsNoExcuseForWhatComesLater() {
        scene.renamed("Go", "ada", "bob");
        scene.tell("event Go", "ada");
        scene.reset("bob");
        scene.renamed("Chess", "ada", "bob");
        scene.tell("event Chess", "ada");
        assertThat(scene.check()).extracting(Violation::rule).contains(Rule.LOST);
    }

    @Test
    void aFactUnderTwoIdsIsAppliedTwice() {
        scene.renamed("Go", "ada");
        scene.append("Go", "another event");
        scene.tell("event Go", "ada");
        scene.tell("another event", "ada");
        assertThat(scene.check())
                .extracting(Violation::what)
                .containsExactly(
                        "group:updated 1 Go in g:1 is in its stream under more than one id",
                        "group:updated 1 Go in g:1 came under two ids to the phone of ada");
    }

    @Test
    void theSameIdAgainIsOnlyCounted() {
        scene.renamed("Go", "ada");
        scene.renamed("Chess", "ada");
        scene.tell("event Go", "ada");
        scene.tell("event Chess", "ada");
        scene.reset("ada");
        scene.devices.get("ada").hear("evt", repeated(), 99);
        assertThat(scene.devices.get("ada").counts()).isEqualTo(new DeviceLog.Counts(3, 1, 1));
        assertThat(scene.devices.get("ada").twice()).isEmpty();
    }

    private static ObjectNode repeated() {
        ObjectNode frame = JsonNodeFactory.instance
                .objectNode()
                .put("n", "group:updated")
                .put("ch", Scene.GROUP)
                .put("s", 3)
                .put("cur", "e.3.0");
        frame.putObject("p").put("eventId", "event Go");
        return frame;
    }

    @Test
    void aGapIsDisorder() {
        scene.renamed("Go", "ada");
        scene.renamed("Chess", "ada");
        scene.tell("event Chess", "ada");
        assertThat(scene.check()).extracting(Violation::rule).contains(Rule.DISORDER);
    }

    @Test
    void anotherOrderIsDisorder() {
        scene.renamed("Go", "ada");
        scene.renamed("Chess", "ada");
        scene.tell("event Chess", "ada");
        scene.tell("event Go", "ada");
        assertThat(scene.check())
                .extracting(Violation::rule)
                .contains(Rule.DISORDER)
                .doesNotContain(Rule.LOST);
    }

    @Test
    void whoHasGoneMayHearNothingMore() {
        scene.renamed("Go", "ada", "bob");
        scene.tell("event Go", "ada", "bob");
        scene.leaves("bob");
        scene.renamed("Chess", "ada");
        scene.tell("event Chess", "ada");
        assertThat(scene.check()).isEmpty();
        scene.tell("event Chess", "bob");
        assertThat(scene.check())
                .containsExactly(
                        new Violation(Rule.LEAKED, "group:updated 1 Chess in g:1 was told to the phone of bob"));
    }

    @Test
    void whoHasGoneHearsNothingInPassingEither() {
        scene.renamed("Go", "ada", "bob");
        scene.tell("event Go", "ada", "bob");
        scene.leaves("bob");
        scene.renamed("Chess", "ada");
        scene.tell("event Chess", "ada");
        scene.pass("Chess", "bob");
        assertThat(scene.check()).extracting(Violation::rule).containsExactly(Rule.LEAKED);
    }

    @Test
    void whoHasJustComeMayBeToldHowThingsStoodTheMomentBefore() {
        scene.renamed("Go", "ada");
        scene.tell("event Go", "ada");
        scene.renamed("Chess", "ada", "bob");
        scene.tell("event Chess", "ada", "bob");
        scene.pass("Go", "bob");
        assertThat(scene.check()).isEmpty();
    }

    @Test
    void whoNeverBelongedHearsNothingAtAll() {
        scene.renamed("Go", "ada", "bob");
        scene.tell("event Go", "ada", "bob");
        scene.pass("something else", "eve");
        assertThat(scene.check()).extracting(Violation::rule).containsExactly(Rule.LEAKED);
    }

    @Test
    void whatNobodyKnowsToHaveHappenedMayHaveOrNot() {
        scene.history.expect(
                new Expected(Happening.inGroup("1", "group:updated", "1", "Go"), Set.of("ada", "bob"), false, 1));
        assertThat(scene.check()).isEmpty();
        scene.append("Go", "event Go");
        scene.tell("event Go", "ada", "bob");
        assertThat(scene.check()).isEmpty();
    }

    @Test
    void countsAreThoseOfTheList() {
        scene.tallies.add(new Tally("ada", 2, 3, 2, 3));
        assertThat(scene.check()).isEmpty();
        scene.tallies.add(new Tally("bob", 2, 3, 2, 4));
        assertThat(scene.check()).extracting(Violation::rule).containsExactly(Rule.MISCOUNTED);
    }
}
