package org.convoke.groups.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convoke.events.DomainEvent;
import org.convoke.events.Fact;
import org.convoke.events.GroupEvent.GroupCreated;
import org.convoke.events.GroupEvent.MemberJoined;
import org.convoke.events.GroupEvent.MemberLeft;
import org.convoke.events.MembershipState;
import org.convoke.events.Topic;
import org.convoke.groups.Database;
import org.convoke.groups.Someone;
import org.convoke.groups.Told;
import org.junit.jupiter.api.Test;

/** What a group's life leaves in Kafka. */
@QuarkusTest
class GroupsInKafkaTest {

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final Someone ann = Someone.called("Ann");
    private final Someone ben = Someone.called("Ben");

    @Test
    void everyWriteIsToldWithTheGroupsNextNumber() {
        String group = ann.founds(Map.of("name", "Chess Club", "joinPolicy", "OPEN", "metadata", Map.of("a", "b")));
        ben.join(group).statusCode(201);
        ben.join(group).statusCode(200);
        ben.leave(group).statusCode(204);
        ben.leave(group).statusCode(204);
        ben.join(group).statusCode(201);

        List<DomainEvent> events = Told.ofGroup(group, 4);
        assertThat(events)
                .extracting(DomainEvent::getClass)
                .isEqualTo(List.of(GroupCreated.class, MemberJoined.class, MemberLeft.class, MemberJoined.class));
        GroupCreated created = (GroupCreated) events.getFirst();
        assertThat(created.group().name()).isEqualTo("Chess Club");
        assertThat(created.group().metadata()).isEqualTo(Map.of("a", "b"));
        assertThat(created.group().createdBy()).isEqualTo(ann.id());
        ann.get("/groups/{g}", group)
                .body("createdAt", equalTo(created.group().createdAt().toString()));
        assertThat(events.get(1))
                .isEqualTo(new MemberJoined(UUID.fromString(group), "Chess Club", ben.id(), "MEMBER", null, null, 2));
        assertThat(events.get(2)).isEqualTo(new MemberLeft(UUID.fromString(group), "Chess Club", ben.id(), 1));
    }

    @Test
    void theMembershipsFollowWithATombstoneForWhoHasLeft() {
        String group = ann.founds(Map.of("name", "Chess Club", "joinPolicy", "OPEN"));
        ben.join(group).statusCode(201);
        ben.leave(group).statusCode(204);
        UUID id = UUID.fromString(group);

        Fact<?> owner = Told.under(Topic.MEMBERSHIPS, MembershipState.key(id, ann.id()), 1)
                .getFirst();
        assertThat(owner.event()).isEqualTo(new MembershipState(id, ann.id(), "OWNER"));
        assertThat(owner.seq()).isEqualTo(1);
        List<Fact<?>> bens = Told.under(Topic.MEMBERSHIPS, MembershipState.key(id, ben.id()), 2);
        assertThat(bens.getFirst().event()).isEqualTo(new MembershipState(id, ben.id(), "MEMBER"));
        assertThat(bens.getFirst().seq()).isEqualTo(2);
        assertThat(bens.getLast().event()).isNull();
        assertThat(bens.getLast().seq()).isEqualTo(3);
    }

    @Test
    void theEnvelopeNamesTheSourceTheGroupAndTheTrace() {
        String group = ann.request()
                .header("traceparent", TRACE)
                .body(Map.of("name", "Chess Club"))
                .post("/api/v1/groups")
                .path("id");
        Fact<?> fact = Told.under(Topic.GROUPS, group, 1).getFirst();
        assertThat(fact.source()).isEqualTo("/groups-service");
        assertThat(fact.subject()).isEqualTo(group);
        // The same trace, but of it the span of the request.
        assertThat(fact.traceparent())
                .startsWith(TRACE.substring(0, 36))
                .endsWith("-01")
                .isNotEqualTo(TRACE);
        assertThat(fact.id().version()).isEqualTo(7);
        assertThat(fact.time().getNano() % 1000).isZero();
    }

    @Test
    void aTraceThatIsNoneIsNotPassedOn() {
        String group = ann.request()
                .header("traceparent", "00-00000000000000000000000000000000-b7ad6b7169203331-01")
                .body(Map.of("name", "Chess Club"))
                .post("/api/v1/groups")
                .path("id");
        assertThat(Told.under(Topic.GROUPS, group, 1).getFirst().traceparent()).isNull();
    }

    @Test
    void whatIsRefusedIsNotTold() {
        String group = ann.founds(Map.of("name", "Chess Club", "joinPolicy", "OPEN", "capacity", 2));
        ben.join(group).statusCode(201);
        Someone.called("Cleo").join(group).statusCode(409);
        ann.leave(group).statusCode(409);
        ben.leave(group).statusCode(204);
        assertThat(Told.ofGroup(group, 3)).hasSize(3);
        assertThat(Database.count("select count(*) from outbox where aggregate_id = '" + group + "'"))
                .isZero();
    }
}
