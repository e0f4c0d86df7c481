package org.convoke.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.gateway.Told.someone;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.List;
import org.convoke.events.GroupEvent.GroupCreated;
import org.convoke.events.GroupEvent.GroupUpdated;
import org.convoke.events.GroupSnapshot;
import org.convoke.events.MembershipState;
import org.convoke.events.Topic;
import org.convoke.gateway.GwClient;
import org.convoke.gateway.Told;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.Test;

/** The topic of memberships may be read long before that of the groups: each has its partitions, and these their owners. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class MembershipAheadTest {

    @TestHTTPResource
    URL url;

    @Test
    void whoSatDownBeforeHerGroupWasToldOfHearsNothingFromBeforeSheJoined() {
        String ann = someone("ann");
        String ben = someone("ben");
        GroupSnapshot group = Told.aGroup(ann, "PRIVATE");
        String subject = group.id().toString();
        try (Told told = new Told();
                GwClient client = GwClient.signedIn(url.getPort(), ben, "phone")) {
            client.frame("ready", any -> true);
            String key = MembershipState.key(group.id(), ben);
            told.tell(Topic.MEMBERSHIPS, key, 3, new MembershipState(group.id(), ben, "MEMBER"));
            // Behind it on its way to the same person, so that the membership has been applied.
            told.invited(ann, ben);
            client.event("invitation:received", any -> true);
            told.tell(Topic.GROUPS, subject, 1, new GroupCreated(group));
            told.tell(Topic.GROUPS, subject, 2, new GroupUpdated(group, ann, List.of("name")));
            told.joined(group, ben, 3);
            client.event("group:member_joined", any -> true);
            assertThat(client.events("group:updated")).isEmpty();
        }
    }
}
