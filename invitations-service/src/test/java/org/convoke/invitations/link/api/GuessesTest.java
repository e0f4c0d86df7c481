package org.convoke.invitations.link.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.invitations.Answers.refused;
import static org.convoke.invitations.link.ByLink.aLink;
import static org.convoke.invitations.link.ByLink.listed;
import static org.convoke.invitations.link.ByLink.previews;
import static org.convoke.invitations.link.ByLink.redeems;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.convoke.invitations.AtOnce;
import org.convoke.invitations.Someone;
import org.convoke.invitations.group.AGroup;
import org.convoke.invitations.link.ByLink.ALink;
import org.junit.jupiter.api.Test;

/** Whoever guesses is stopped before she could find anything. */
@QuarkusTest
class GuessesTest {

    private static final String UNKNOWN = "A".repeat(32);

    private final Someone ann = Someone.called("ann");
    private final Someone ben = Someone.called("ben");
    private final AGroup group = ann.founds();

    @Test
    void whatCannotBeACodeIsAMissLikeAnyOther() {
        String id = aLink(ann, group).id();
        for (String code : List.of(UNKNOWN, "x", "ü", "'", "...", UNKNOWN + "A", UNKNOWN.replace('A', '.'), id)) {
            refused(previews(ben, code), 404, "not-found");
        }
        refused(redeems(ben, UNKNOWN), 404, "not-found");
        refused(redeems(ben, "x"), 404, "not-found");
        assertThat(missesLeft(ben)).isLessThan(3);
    }

    @Test
    void afterTenMissesNoLinkIsThereForHer() {
        ALink link = aLink(ann, group);
        for (int hit = 0; hit < 15; hit++) {
            previews(ben, link.code()).statusCode(200);
        }
        assertThat(missesLeft(ben)).isBetween(10, 12);
        limited(previews(ben, link.code()));
        limited(redeems(ben, link));
        assertThat(group.members).doesNotContainKey(ben.id());
    }

    @Test
    void othersAndTheLinksOfHerOwnGroupsAreNotConcerned() {
        ALink link = aLink(ann, group);
        missesLeft(ann);
        limited(previews(ann, link.code()));
        assertThat(listed(ann, group)).containsExactly(link.id());
        redeems(ben, link).statusCode(201);
    }

    @Test
    void guessingAtOnceLearnsNoMore() {
        List<Integer> answers =
                AtOnce.times(30, () -> previews(ben, UNKNOWN).extract().statusCode());
        assertThat(answers).containsOnly(404, 429);
        // Ten, and one more for every six seconds that it takes.
        assertThat(answers).filteredOn(each -> each == 404).hasSizeBetween(10, 12);
    }

    /** Misses until she may not for a while. */
    private static int missesLeft(Someone someone) {
        for (int misses = 0; ; ) {
            ExtractableResponse<Response> answer = previews(someone, UNKNOWN).extract();
            if (answer.statusCode() == 404) {
                misses++;
            } else if (Integer.parseInt(answer.header("Retry-After")) > 2) {
                return misses;
            }
        }
    }

    private static void limited(ValidatableResponse answer) {
        refused(answer, 429, "rate-limited").header("Retry-After", matchesPattern("[1-6]"));
    }
}
