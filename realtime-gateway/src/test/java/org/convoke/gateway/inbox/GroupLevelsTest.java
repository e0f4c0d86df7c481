package org.convoke.gateway.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.convoke.gateway.Told.someone;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convoke.events.GroupEvent.JoinRequested;
import org.convoke.events.GroupEvent.MemberRoleChanged;
import org.convoke.events.GroupSnapshot;
import org.convoke.gateway.GwClient;
import org.convoke.gateway.Told;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a member says about notifications of one group. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class GroupLevelsTest {

    private static final String GROUPS = "/api/v1/notifications/groups/";

    @TestHTTPResource
    URL url;

    private final Told told = new Told();
    private final String ann = someone("ann");
    private final String ben = someone("ben");
    private GroupSnapshot group;
    private GwClient phone;
    private long seq = 2;

    @BeforeEach
    void aGroupWithAModerator() {
        phone = GwClient.signedIn(url.getPort(), ben, "phone");
        group = told.groupCreated(ann, "PRIVATE");
        told.joined(group, ben, 2);
        phone.frame("joined", any -> true);
    }

    @AfterEach
    void silence() {
        phone.close();
        told.close();
    }

    @Test
    void everythingIsANotificationAsLongAsNothingElseIsSaid() {
        somebodyAsksToJoin();
        anotherRole();
        assertThat(notifications()).containsExactly("member:role_changed", "join_request:created");
        assertThat(levels()).isEmpty();
    }

    @Test
    void onlyWhatConcernsHerIsImportant() {
        put(group.id(), "IMPORTANT", 200);
        somebodyAsksToJoin();
        anotherRole();
        assertThat(notifications()).containsExactly("member:role_changed");
    }

    @Test
    void nothingOfAMutedGroupIsANotificationAndOtherGroupsAre() {
        put(group.id(), "MUTED", 200);
        somebodyAsksToJoin();
        anotherRole();
        told.invited(ann, ben);
        phone.event("invitation:received", any -> true);
        assertThat(notifications()).containsExactly("invitation:received");
        put(group.id(), "ALL", 200);
        somebodyAsksToJoin();
        assertThat(notifications()).containsExactly("join_request:created", "invitation:received");
    }

    @Test
    void allHerDevicesAreToldOnce() {
        try (GwClient tablet = GwClient.signedIn(url.getPort(), ben, "tablet")) {
            put(group.id(), "MUTED", 200);
            put(group.id(), "MUTED", 200);
            for (GwClient device : List.of(phone, tablet)) {
                assertThat(device.event("notification:level", any -> true)
                                .path("p")
                                .path("level")
                                .asText())
                        .isEqualTo("MUTED");
            }
            told.invited(ann, ben);
            tablet.event("invitation:received", any -> true);
            assertThat(tablet.events("notification:level")).hasSize(1);
        }
        assertThat(levels()).containsExactly(Map.of("groupId", group.id().toString(), "level", "MUTED"));
    }

    @Test
    void whoLeavesAndComesAgainHearsEverythingAgain() {
        put(group.id(), "MUTED", 200);
        told.left(group, ben, ++seq);
        await().untilAsserted(() -> assertThat(levels()).isEmpty());
        told.joined(group, ben, ++seq);
        somebodyAsksToJoin();
        assertThat(notifications()).containsExactly("join_request:created");
    }

    @Test
    void aForeignAndAnUnknownGroupAre404AndAnUnknownLevelIs400() {
        GroupSnapshot foreign = told.groupCreated(ann, "PUBLIC");
        await().untilAsserted(() -> assertThat(phone.events("notification:group_created"))
                .anyMatch(event -> event.path("p")
                        .path("group")
                        .path("id")
                        .asText()
                        .equals(foreign.id().toString())));
        put(foreign.id(), "MUTED", 404);
        put(UUID.randomUUID(), "MUTED", 404);
        put(group.id(), "LOUD", 400);
        asBen().body("{}").put(GROUPS + group.id()).then().statusCode(400);
    }

    private void somebodyAsksToJoin() {
        int before = phone.events("join_request:created").size();
        told.about(
                group,
                ++seq,
                new JoinRequested("Chess", Told.aRequest(group, someone("cleo"), "PENDING", null), List.of(ben)));
        await().until(() -> phone.events("join_request:created").size() > before);
    }

    private void anotherRole() {
        told.about(group, ++seq, new MemberRoleChanged(group.id(), "Chess", ann, ben, "MODERATOR", "MEMBER"));
        phone.event("member:role_changed", any -> true);
    }

    private ValidatableResponse put(UUID id, String level, int status) {
        return asBen().body(Map.of("level", level)).put(GROUPS + id).then().statusCode(status);
    }

    private List<Map<String, String>> levels() {
        return asBen().get("/api/v1/notifications/groups")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    private List<String> notifications() {
        return asBen().get("/api/v1/notifications")
                .then()
                .statusCode(200)
                .extract()
                .path("items.event");
    }

    private RequestSpecification asBen() {
        return given().auth().oauth2(GwClient.token(ben)).contentType(ContentType.JSON);
    }
}
