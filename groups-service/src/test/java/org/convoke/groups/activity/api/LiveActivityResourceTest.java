package org.convoke.groups.activity.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.convoke.groups.GatewayEar;
import org.convoke.groups.GatewayEar.Heard;
import org.convoke.groups.Someone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LiveActivityResourceTest {

    private final Someone ann = Someone.called("Ann");
    private final Someone ben = Someone.called("Ben");
    private String open;
    private String hidden;

    @BeforeEach
    void twoGroups() {
        open = ann.founds(Map.of("name", "Chess Club", "joinPolicy", "OPEN"));
        hidden = ann.founds(Map.of("name", "Surprise", "visibility", "HIDDEN"));
    }

    @Test
    void whatAMemberDoesIsHandedToTheGatewayInHerName() {
        tell(ann, open, "TYPING", 202);
        await().until(() -> !heardOf(open).isEmpty());
        assertThat(heardOf(open))
                .containsExactly(new Heard(
                        "/api/v1/live-activity",
                        "Bearer " + ann.token(),
                        "{\"groupId\":\"%s\",\"kind\":\"TYPING\"}".formatted(open)));
    }

    @Test
    void itIsForMembersAndNothingOfOthersIsHandedOn() {
        tell(ben, open, "TYPING", 403);
        tell(ben, hidden, "TYPING", 404);
        tell(ann, open, "DANCING", 400);
        ben.join(open).statusCode(201);
        tell(ben, open, "VIEWING", 202);
        await().until(() -> !heardOf(open).isEmpty());
        assertThat(heardOf(open)).hasSize(1);
        assertThat(heardOf(hidden)).isEmpty();
    }

    private static void tell(Someone who, String group, String kind, int status) {
        who.post("/groups/{g}/live-activity", Map.of("kind", kind), group).statusCode(status);
    }

    private static List<Heard> heardOf(String group) {
        return GatewayEar.heard().stream()
                .filter(heard -> heard.body().contains(group))
                .toList();
    }
}
