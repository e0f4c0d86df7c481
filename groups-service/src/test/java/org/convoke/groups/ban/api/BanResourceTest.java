package org.convoke.groups.ban.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.convoke.events.Fact;
import org.convoke.events.GroupEvent.MemberBanned;
import org.convoke.events.GroupEvent.MemberRemoved;
import org.convoke.events.GroupEvent.MemberUnbanned;
import org.convoke.events.MembershipState;
import org.convoke.events.Topic;
import org.convoke.groups.Database;
import org.convoke.groups.Someone;
import org.convoke.groups.Told;
import org.convoke.groups.ban.Bans;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BanResourceTest {

    private static final String LATER = "2099-01-01T00:00:00Z";

    private final Someone ann = Someone.called("Ann");
    private final Someone ben = Someone.called("Ben");
    private final Someone cleo = Someone.called("Cleo");

    @Inject
    Bans bans;

    private String group;
    private UUID id;

    @BeforeEach
    void aGroup() {
        group = ann.founds(Map.of("name", "Chess Club", "joinPolicy", "OPEN"));
        id = UUID.fromString(group);
        ben.join(group).statusCode(201);
        cleo.get("/people/me").statusCode(200);
    }

    @Test
    void aBannedMemberIsRemovedFirst() {
        ann.ban(group, ben)
                .statusCode(201)
                .body("userId", equalTo(ben.id()))
                .body("reason", equalTo("spam"))
                .body("until", nullValue())
                .body("bannedBy", equalTo(ann.id()))
                .body("bannedAt", notNullValue());
        ann.get("/groups/{g}", group).body("memberCount", equalTo(1));
        assertThat(Told.ofGroup(group, 4).subList(2, 4))
                .isEqualTo(List.of(
                        new MemberRemoved(id, "Chess Club", ann.id(), ben.id(), 1),
                        new MemberBanned(id, "Chess Club", ann.id(), ben.id(), null)));
        Fact<?> gone = Told.under(Topic.MEMBERSHIPS, MembershipState.key(id, ben.id()), 2)
                .getLast();
        assertThat(gone.event()).isNull();
        assertThat(gone.seq()).isEqualTo(3);
        assertThat(bans.stands(id, ben.id(), Instant.now())).isTrue();
        assertThat(bans.standing(id, Set.of(ann.id(), ben.id()), Instant.now())).containsExactly(ben.id());
    }

    @Test
    void whoIsNoMemberIsBannedToo() {
        ann.ban(group, cleo).statusCode(201);
        assertThat(Told.ofGroup(group, 3).getLast())
                .isEqualTo(new MemberBanned(id, "Chess Club", ann.id(), cleo.id(), null));
    }

    @Test
    void theSameBanAgainChangesNothingAndAnotherIsToldAnew() {
        ann.ban(group, cleo).statusCode(201);
        ann.ban(group, cleo).statusCode(200).body("reason", equalTo("spam"));
        put(cleo, Map.of("reason", "insults", "until", LATER))
                .statusCode(200)
                .body("reason", equalTo("insults"))
                .body("until", equalTo(LATER));
        put(cleo, Map.of("reason", "insults", "until", LATER)).statusCode(200);
        assertThat(Told.ofGroup(group, 4).subList(2, 4))
                .isEqualTo(List.of(
                        new MemberBanned(id, "Chess Club", ann.id(), cleo.id(), null),
                        new MemberBanned(id, "Chess Club", ann.id(), cleo.id(), Instant.parse(LATER))));
    }

    @Test
    void aBanThatHasEndedStandsNoMore() {
        put(cleo, Map.of("until", LATER)).statusCode(201).body("reason", nullValue());
        end(cleo);
        assertThat(bans.stands(id, cleo.id(), Instant.now())).isFalse();
        ann.get("/groups/{g}/bans", group).body("items", empty());
        ann.ban(group, cleo).statusCode(201);
        end(cleo);
        Database.execute("update bans set until = now() where group_id = ?::uuid", group);
        ann.delete("/groups/{g}/bans/{u}", group, cleo.id()).statusCode(204);
        assertThat(Told.ofGroup(group, 4)).hasSize(4);
    }

    @Test
    void aLiftedBanIsToldOnce() {
        ann.ban(group, ben).statusCode(201);
        ann.delete("/groups/{g}/bans/{u}", group, ben.id()).statusCode(204);
        ann.delete("/groups/{g}/bans/{u}", group, ben.id()).statusCode(204);
        ann.delete("/groups/{g}/bans/{u}", group, "nobody").statusCode(204);
        assertThat(Told.ofGroup(group, 5).getLast())
                .isEqualTo(new MemberUnbanned(id, "Chess Club", ann.id(), ben.id()));
        ben.join(group).statusCode(201);
    }

    @Test
    void bansAreForModeratorsAndBelowTheirRole() {
        ann.assign(group, ben, "MODERATOR").statusCode(200);
        cleo.join(group).statusCode(201);
        refused(ben.ban(group, ann), "outranked");
        refused(ben.ban(group, ben), "outranked");
        refused(cleo.ban(group, ben), "forbidden");
        refused(cleo.get("/groups/{g}/bans", group), "forbidden");
        refused(cleo.delete("/groups/{g}/bans/{u}", group, ben.id()), "forbidden");
        refused(Someone.called("Dan").get("/groups/{g}/bans", group), "forbidden");
        ben.ban(group, cleo).statusCode(201);
        assertThat(Told.ofGroup(group, 6)).hasSize(6);
    }

    @Test
    void onlyWhoIsKnownIsBanned() {
        ann.put("/groups/{g}/bans/nobody", Map.of(), group).statusCode(404).body("code", equalTo("unknown-person"));
    }

    @Test
    void whatIsNoBanIsRefusedByItsName() {
        for (Object until : List.of("2020-01-01T00:00:00Z", "tomorrow", "+1000000-01-01T00:00:00Z", 5)) {
            put(cleo, Map.of("until", until)).statusCode(400).body("errors.field", hasItem("until"));
        }
        put(cleo, Map.of("reason", "x".repeat(501))).statusCode(400).body("errors.field", hasItem("reason"));
        put(cleo, Map.of("bannedBy", "x")).statusCode(400).body("code", equalTo("unknown-field"));
        put(cleo, Map.of("reason", "x".repeat(500), "until", LATER)).statusCode(201);
    }

    @Test
    void theNewestBansAreListedFirstAndInPages() {
        List<Someone> crowd =
                Stream.generate(() -> Someone.known("Eve")).limit(5).toList();
        List<String> banned = new ArrayList<>();
        for (Someone someone : crowd) {
            ann.ban(group, someone).statusCode(201);
            banned.addFirst(someone.id());
        }
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            String path = "/groups/{g}/bans?limit=2" + (cursor == null ? "" : "&cursor=" + cursor);
            ValidatableResponse page = ann.get(path, group).statusCode(200);
            seen.addAll(page.extract().path("items.userId"));
            cursor = page.extract().path("next");
        } while (cursor != null);
        assertThat(seen).isEqualTo(banned);
        ann.get("/groups/{g}/bans?limit=1", group).body("items.userId", contains(banned.getFirst()));
    }

    private ValidatableResponse put(Someone person, Map<String, ?> ban) {
        return ann.put("/groups/{g}/bans/{u}", ban, group, person.id());
    }

    private void end(Someone person) {
        Database.execute("update bans set until = now() where group_id = ?::uuid and user_id = ?", group, person.id());
    }

    private static void refused(ValidatableResponse answer, String code) {
        answer.statusCode(403).body("code", equalTo(code));
    }
}
