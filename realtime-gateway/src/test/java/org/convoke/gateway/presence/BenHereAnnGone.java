package org.convoke.gateway.presence;

import static io.restassured.RestAssured.given;
import static org.convoke.gateway.Told.someone;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convoke.events.GroupSnapshot;
import org.convoke.gateway.GwClient;
import org.convoke.gateway.SideBySide.Story;
import org.convoke.gateway.Told;

/** Ben is here; ann, of the same group, has been. */
final class BenHereAnnGone implements AutoCloseable {

    private static final String QUERY = "/api/v1/presence/query";
    private static final String ME = "/api/v1/presence/me";

    private final int port;

    private final Told told = new Told();
    private final String ann = someone("ann");
    private final String ben = someone("ben");
    private GroupSnapshot group;
    private Watcher phone;

    BenHereAnnGone(int port) {
        this.port = port;
        group = told.groupCreated(ann, "HIDDEN");
        told.joined(group, ben, 2);
        phone = Watcher.of(port, ben, "phone");
        phone.watch(ann, ben);
        phone.isTold(ben, "ONLINE 1");
        try (Watcher desk = Watcher.of(port, ann, "desk")) {
            phone.isTold(ann, "ONLINE 1");
        }
        phone.isTold(ann, "OFFLINE 0");
    }

    @Override
    public void close() {
        phone.close();
        told.close();
    }

    @Story
    void aFellowMemberIsSeenAndAStrangerLooksLikeNobody() {
        post(ann, QUERY, Map.of("userIds", List.of(ben, "nobody", ben)), 200)
                .body("items.userId", contains(ben, "nobody"))
                .body("items[0]", hasEntry("state", "ONLINE"))
                .body("items[0]", hasEntry("devices", 1))
                .body("items[0]", hasKey("lastSeen"))
                .body("items[1]", not(hasKey("lastSeen")))
                .body("items[1].state", equalTo("OFFLINE"));
        post(someone("eve"), QUERY, Map.of("userIds", List.of(ben)), 200)
                .body("items[0]", equalTo(Map.of("userId", ben, "state", "OFFLINE", "devices", 0)));
    }

    @Story
    void whoWasHereHasALastSeen() {
        post(ben, QUERY, Map.of("userIds", List.of(ann)), 200)
                .body("items[0].state", equalTo("OFFLINE"))
                .body("items[0]", hasKey("lastSeen"));
    }

    @Story
    void whatOneChoosesOthersSeeAndWhoHidesIsSeenByHerselfAlone() {
        put("{\"state\":\"BUSY\"}", 200).body("state", equalTo("BUSY")).body("userId", equalTo(ben));
        post(ann, QUERY, Map.of("userIds", List.of(ben)), 200).body("items[0].state", equalTo("BUSY"));
        put("{\"state\":\"INVISIBLE\"}", 200).body("state", equalTo("INVISIBLE"));
        phone.isTold(ben, "INVISIBLE 1");
        post(ann, QUERY, Map.of("userIds", List.of(ben)), 200).body("items[0].state", equalTo("OFFLINE"));
        as(ben).get(ME).then().statusCode(200).body("state", equalTo("INVISIBLE"));
        put("{\"state\":\"ONLINE\"}", 200).body("state", equalTo("ONLINE"));
    }

    @Story
    void theMembersOfAGroupSeeEachOtherAndForOthersThereIsNone() {
        as(ann).get("/api/v1/presence/groups/" + group.id())
                .then()
                .statusCode(200)
                .body("items.userId", containsInAnyOrder(ann, ben))
                .body("items.find { it.userId == '" + ben + "' }.state", equalTo("ONLINE"))
                .body("online", equalTo(1))
                .body("members", equalTo(2));
        for (UUID each : List.of(group.id(), UUID.randomUUID())) {
            as(someone("eve"))
                    .get("/api/v1/presence/groups/" + each)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("code", equalTo("not-found"));
        }
    }

    @Story
    void badInputIsRefusedWithAProblem() {
        put("{\"state\":\"OFFLINE\"}", 400);
        put("{}", 400).body("code", equalTo("invalid"));
        put("{\"state\":\"BUSY\",\"userId\":\"x\"}", 400).body("code", equalTo("unknown-field"));
        post(ann, QUERY, Map.of("userIds", Collections.nCopies(201, "x")), 400).body("code", equalTo("invalid"));
        post(ann, QUERY, Map.of("userIds", List.of("")), 400);
        post(ann, QUERY, Map.of(), 400);
        as(ann).get("/api/v1/presence/groups/chess").then().statusCode(400);
        given().get(ME).then().statusCode(401).body("code", equalTo("unauthenticated"));
    }

    private ValidatableResponse put(String body, int status) {
        return as(ben).contentType(ContentType.JSON).body(body).put(ME).then().statusCode(status);
    }

    private static ValidatableResponse post(String who, String path, Map<String, ?> body, int status) {
        return as(who).contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .statusCode(status);
    }

    private static io.restassured.specification.RequestSpecification as(String who) {
        return given().auth().oauth2(GwClient.token(who));
    }
}
