package org.convoke.groups.person.messaging;

import static org.hamcrest.Matchers.contains;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.convoke.events.PersonEvent.PersonMet;
import org.convoke.events.Topic;
import org.convoke.groups.Elsewhere;
import org.convoke.groups.Someone;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PeopleListenerTest {

    private final Someone ann = Someone.called("Ann");
    private final String id = UUID.randomUUID().toString();

    @Test
    void whoCalledAnotherServiceIsKnownHere() {
        met("zoe", "Zoë Told", Instant.now());
        ann.get("/people?ids={i}", id).body("items.name", contains("Zoë Told")).body("items.username", contains("zoe"));
        met("zoe", "Zoë Renamed", Instant.now());
        ann.get("/people?ids={i}", id).body("items.name", contains("Zoë Renamed"));
    }

    @Test
    void whatIsToldLateDoesNotChangeBackWhatIsKnownSince() {
        Someone.hostApp().put("/people/{u}", Map.of("username", "zoe", "name", "Zoë New"), id);
        met("zoe", "Zoë Old", Instant.now().minusSeconds(60));
        ann.get("/people?ids={i}", id).body("items.name", contains("Zoë New"));
    }

    private void met(String username, String name, Instant at) {
        Elsewhere.told(Topic.PEOPLE, id, new PersonMet(id, username, name), at);
    }
}
