package org.convoke.groups.person.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convoke.groups.AtOnce;
import org.convoke.groups.Database;
import org.convoke.groups.Someone;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PersonResourceTest {

    private final Someone ann = Someone.called("Ann");
    private final Someone hostApp = Someone.hostApp();
    private final String word = "w" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void whoeverCallsIsKnownFromThenOn() {
        Someone ben = Someone.called("Ben");
        ann.get("/people?ids={i}", ben.id()).statusCode(200).body("items", empty());
        ben.get("/people/me")
                .statusCode(200)
                .body("id", equalTo(ben.id()))
                .body("name", equalTo(ben.name()))
                .body("username", equalTo(ben.name().toLowerCase().replace(' ', '.')))
                .body("picture", nullValue());
        ann.get("/people?ids={i}", ben.id() + "," + ann.id() + ",nobody")
                .body("items.id", containsInAnyOrder(ann.id(), ben.id()))
                .body("next", nullValue());
    }

    @Test
    void manyFirstCallsAtOnceAreOnePerson() {
        Someone ben = Someone.called("Ben");
        List<Integer> answers =
                AtOnce.run(10, i -> ben.get("/people/me").extract().statusCode());
        assertThat(answers).containsOnly(200);
    }

    @Test
    void aNewNameInTheTokenIsTheNameFromThenOn() {
        Someone.known("Ben");
        String id = UUID.randomUUID().toString();
        new Someone(id, "", Someone.tokenOf(id, "Old " + word).mint())
                .get("/people/me")
                .statusCode(200);
        new Someone(id, "", Someone.tokenOf(id, "New " + word).mint())
                .get("/people/me")
                .body("name", equalTo("New " + word));
        ann.get("/people?query={q}", "new " + word).body("items.id", contains(id));
        ann.get("/people?query={q}", "old " + word).body("items", empty());
    }

    @Test
    void aNameThatNobodyCouldHaveTypedIsCleaned() {
        String id = UUID.randomUUID().toString();
        new Someone(id, "", Someone.tokenOf(id, "Eve\u202e\u0000" + word).mint())
                .get("/people/me")
                .statusCode(200)
                .body("name", equalTo("Eve" + word));
    }

    @Test
    void peopleAreFoundByTheBeginningsOfTheirNamesAndUsernames() {
        hostApp.put("/people/{u}", Map.of("username", "jd-" + word, "name", "José Núñez " + word), "j-" + word)
                .statusCode(200);
        for (String typed : List.of("JOSE " + word, "nun " + word, "jd-" + word, word)) {
            ann.get("/people?query={q}", typed).statusCode(200).body("items.id", contains("j-" + word));
        }
        ann.get("/people?query={q}", "ose " + word).body("items", empty());
    }

    @Test
    void theHostTellsOfPeopleWhoNeverCalled() {
        String id = "host|" + word;
        Map<String, Object> details =
                Map.of("username", "zoe", "name", "Zoë " + word, "picture", "https://example.org/zoe.png");
        hostApp.put("/people/{u}", details, id)
                .statusCode(200)
                .body("id", equalTo(id))
                .body("name", equalTo("Zoë " + word))
                .body("picture", equalTo("https://example.org/zoe.png"));
        hostApp.put("/people/{u}", Map.of("username", "zoe", "name", "Zoë " + word), id)
                .statusCode(200)
                .body("picture", nullValue());
        ann.get("/people?ids={i}", id).body("items.username", contains("zoe"));
    }

    @Test
    void onlyTheHostTellsOfPeopleAndIsNoneItself() {
        Map<String, String> details = Map.of("username", "x", "name", "x");
        ann.put("/people/{u}", details, ann.id()).statusCode(403).body("code", equalTo("forbidden"));
        Someone.invitationsService().put("/people/{u}", details, ann.id()).statusCode(403);
        hostApp.put("/people/{u}", Map.of("username", "x", "name", ""), "y").statusCode(400);
        hostApp.put("/people/{u}", Map.of("username", "x", "name", "x", "picture", "javascript:alert(1)"), "y")
                .statusCode(400)
                .body("errors[0].field", equalTo("picture"));
        ann.get("/people?ids={i}", hostApp.id()).body("items", empty());
    }

    @Test
    void theDirectoryComesInPagesInTheOrderOfNames() {
        List<String> names = List.of("Änne", "Bob", "carl", "Dörte", "Ed");
        for (String name : names) {
            hostApp.put("/people/{u}", Map.of("username", word + name, "name", name + " " + word), name + word);
        }
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            String path = "/people?limit=2&query={q}" + (cursor == null ? "" : "&cursor=" + cursor);
            seen.addAll(ann.get(path, word).statusCode(200).extract().path("items.name"));
            cursor = ann.get(path, word).extract().path("next");
        } while (cursor != null);
        assertThat(seen).isEqualTo(names.stream().map(name -> name + " " + word).toList());
    }

    @Test
    void tooManyIdsAndNothingAskedForAreRefused() {
        String ids = String.join(",", Collections.nCopies(60, "a,b"));
        ann.get("/people?ids={i}", ids).statusCode(200);
        StringBuilder many = new StringBuilder("0");
        for (int i = 1; i <= 100; i++) {
            many.append(',').append(i);
        }
        ann.get("/people?ids={i}", many).statusCode(400).body("errors[0].field", equalTo("ids"));
        ann.get("/people").statusCode(400).body("errors[0].field", equalTo("query"));
        ann.get("/people?query=").statusCode(400);
    }

    @Test
    void amongTenThousandPeopleASearchReadsAnIndex() {
        Database.execute("""
                insert into people (id, username, name, folded)
                select ? || n, 'someone', 'Someone ' || n, 'someone ' || md5(n::text) || ' ' || ?
                from generate_series(1, 10000) n""", word, word);
        hostApp.put("/people/{u}", Map.of("username", "x" + word, "name", "Ánna " + word), "anna" + word);
        Database.execute("vacuum analyze people");
        String plan = Database.plan("""
                select * from people
                where cast((array_to_tsvector(string_to_array(folded, ' ')) @@ cast('''anna'':* & ''x'':*' as tsquery))
                as boolean) and (folded, id) > ('', '') order by folded, id limit 51""");
        assertThat(plan).contains("Index Scan on people_words").doesNotContain("Seq Scan");
        ann.get("/people?query={q}", "ANNA x" + word).body("items.id", contains("anna" + word));
        ann.get("/people?limit=100&query={q}", word).statusCode(200).body("items.size()", equalTo(100));
    }
}
