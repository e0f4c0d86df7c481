package org.convoke.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.convoke.gateway.Told.someone;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.List;
import java.util.function.Predicate;
import org.convoke.events.Fact;
import org.convoke.events.GroupEvent.GroupUpdated;
import org.convoke.events.GroupEvent.MemberBanned;
import org.convoke.events.GroupEvent.MemberMuted;
import org.convoke.events.GroupEvent.MemberRemoved;
import org.convoke.events.GroupEvent.MemberRoleChanged;
import org.convoke.events.GroupEvent.OwnershipTransferred;
import org.convoke.events.GroupSnapshot;
import org.convoke.events.InvitationSnapshot;
import org.convoke.events.Topic;
import org.convoke.gateway.GwClient;
import org.convoke.gateway.Told;
import org.convoke.gateway.stream.StreamName;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to members, as they and their group hear it: Kafka to socket. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class MemberEventsTest {

    @TestHTTPResource
    URL url;

    @Inject
    RedisDataSource redis;

    private final Told told = new Told();
    private final String ann = someone("ann");
    private final String ben = someone("ben");
    private GroupSnapshot group;

    @BeforeEach
    void aGroupOfTwo() {
        group = told.groupCreated(ann, "PRIVATE");
        told.joined(group, ben, 2);
        await().until(() -> roleOf(ben).equals("MEMBER"));
    }

    @AfterEach
    void silence() {
        told.close();
    }

    @Test
    void aRemovedMemberIsToldSoAndHearsNothingMore() {
        try (GwClient owner = connect(ann);
                GwClient member = connect(ben)) {
            told.about(group, 3, new MemberRemoved(group.id(), "Chess", ann, ben, 1));
            JsonNode removed = member.event("member:removed", this::here);
            assertThat(removed.path("ch").asText()).isEqualTo("u:" + ben);
            told.about(group, 4, new GroupUpdated(group, ann, List.of("name")));
            assertThat(owner.event("member:removed", this::here).path("ch").asText())
                    .isEqualTo("g:" + group.id());
            owner.event("group:updated", this::here);
            barrier(member, ben);
            assertThat(member.events("member:removed")).hasSize(1);
            assertThat(member.events("group:updated")).isEmpty();
            assertThat(member.events("group:activity"))
                    .noneMatch(event -> event.toString().contains("MEMBER_REMOVED"));
            assertThat(member.events("group:member_update")).noneMatch(event -> count(event.path("p")) == 1);
            owner.event("group:member_update", payload -> count(payload) == 1);
        }
        try (GwClient again = connect(ben)) {
            assertThat(again.frame("ready", any -> true).path("channels").has("g:" + group.id()))
                    .isFalse();
        }
    }

    @Test
    void aBanAddsNothingToTheRemovalAndTheNextEventCounts() {
        try (GwClient owner = connect(ann);
                GwClient member = connect(ben)) {
            told.about(group, 3, new MemberRemoved(group.id(), "Chess", ann, ben, 1));
            told.about(group, 4, new MemberBanned(group.id(), "Chess", ann, ben, null));
            told.about(group, 4, new GroupUpdated(group, ann, List.of("capacity")));
            told.about(group, 5, new GroupUpdated(group, ann, List.of("name")));
            owner.event("group:updated", changed("name"));
            barrier(member, ben);
            assertThat(owner.events("group:updated")).hasSize(1);
            assertThat(member.events("member:removed")).hasSize(1);
        }
    }

    @Test
    void anotherRoleReachesHerTheGroupAndTheProjection() {
        try (GwClient owner = connect(ann);
                GwClient member = connect(ben)) {
            told.about(group, 3, new MemberRoleChanged(group.id(), "Chess", ann, ben, "MODERATOR", "MEMBER"));
            for (GwClient each : List.of(owner, member)) {
                assertThat(each.event("group:member_update", role("MODERATOR")).has("s"))
                        .isFalse();
                each.event("group:member_role_changed", role("MODERATOR"));
            }
            JsonNode own = member.event("member:role_changed", role("MODERATOR"));
            assertThat(own.path("ch").asText()).isEqualTo("u:" + ben);
            assertThat(own.path("p").path("userId").asText()).isEqualTo(ben);
            assertThat(owner.events("member:role_changed")).isEmpty();
            assertThat(roleOf(ben)).isEqualTo("MODERATOR");
        }
    }

    @Test
    void bothRolesOfATransferChange() {
        try (GwClient heir = connect(ben)) {
            told.about(group, 3, new OwnershipTransferred(group.id(), "Chess", ann, ben, ann));
            heir.event("member:role_changed", role("OWNER"));
            heir.event("group:member_role_changed", role("ADMIN"));
            assertThat(roleOf(ben)).isEqualTo("OWNER");
            assertThat(roleOf(ann)).isEqualTo("ADMIN");
        }
    }

    @Test
    void theLastUpdateOfASecondCarriesTheNewestCount() {
        try (GwClient owner = connect(ann)) {
            told.joined(group, someone("guest"), 3);
            told.joined(group, someone("guest"), 4);
            told.about(group, 5, new MemberMuted(group.id(), "Chess", ann, ben, null));
            JsonNode last = owner.event("group:member_update", payload -> payload.has("mutedUntil"))
                    .path("p");
            assertThat(last.path("userId").asText()).isEqualTo(ben);
            assertThat(last.path("memberCount").asInt()).isEqualTo(4);
        }
    }

    @Test
    void whoJoinsHearsHerOwnActivityWhichHasTheIdOfItsFact() {
        String cleo = someone("cleo");
        try (GwClient joiner = connect(cleo)) {
            Fact<?> fact = Told.fact(
                    group.id().toString(),
                    3,
                    new org.convoke.events.GroupEvent.MemberJoined(group.id(), "Chess", cleo, "MEMBER", null, null, 3));
            told.tell(Topic.GROUPS, fact);
            JsonNode activity =
                    joiner.event("group:activity", each -> true).path("p").path("activity");
            assertThat(activity.path("id").asText()).isEqualTo(fact.id().toString());
            assertThat(activity.path("kind").asText()).isEqualTo("MEMBER_JOINED");
            assertThat(joiner.events("group:activity")).hasSize(1);
        }
    }

    /** What comes later in her inbox: all before it has come. */
    private void barrier(GwClient client, String user) {
        InvitationSnapshot later = told.invited(someone("host"), user);
        client.event(
                "invitation:received",
                payload -> payload.path("invitation")
                        .path("id")
                        .asText()
                        .equals(later.id().toString()));
    }

    private static int count(JsonNode payload) {
        return payload.path("memberCount").asInt();
    }

    private boolean here(JsonNode payload) {
        return payload.path("groupId").asText().equals(group.id().toString());
    }

    private static Predicate<JsonNode> role(String role) {
        return payload -> payload.path("role").asText().equals(role);
    }

    private static Predicate<JsonNode> changed(String field) {
        return payload -> payload.path("changed").path(0).asText().equals(field);
    }

    private String roleOf(String user) {
        String seats = "gw:" + StreamName.group(group.id()).tag() + ":c:" + group.id();
        String seat = redis.hash(String.class).hget(seats, user);
        return seat == null ? "" : seat.substring(seat.lastIndexOf(':') + 1);
    }

    private GwClient connect(String user) {
        return GwClient.signedIn(url.getPort(), user, "device-of-" + user);
    }
}
