package org.convoke.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.convoke.gateway.Told.someone;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.convoke.events.CloudEvents;
import org.convoke.events.DomainEvent;
import org.convoke.events.PersonEvent.PersonMet;
import org.convoke.events.Topic;
import org.convoke.events.Unreadable;
import org.convoke.gateway.GwClient;
import org.convoke.parts.RealParts;
import org.convoke.parts.TopicLog;
import org.junit.jupiter.api.Test;

/** A person whose app only listens is in the directory, too. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class MeetPersonTest {

    @TestHTTPResource
    URL url;

    @Test
    void whoSignsInIsToldOfOnceUnderTheNamesOfHerToken() {
        String ann = someone("ann");
        signIn(ann, "phone");
        signIn(ann, "desk");
        await().untilAsserted(() -> assertThat(toldOf(ann)).containsExactly(new PersonMet(ann, ann, ann)));
    }

    private void signIn(String user, String device) {
        try (GwClient client = GwClient.signedIn(url.getPort(), user, device)) {
            client.frame("ready", any -> true);
        }
    }

    private static List<DomainEvent> toldOf(String user) {
        try (var log = new TopicLog(RealParts.kafka().bootstrapServers())) {
            return log.of(Topic.PEOPLE.topicName(), user).stream()
                    .<DomainEvent>map(MeetPersonTest::event)
                    .toList();
        }
    }

    private static DomainEvent event(ConsumerRecord<String, byte[]> told) {
        try {
            return CloudEvents.read(told).orElseThrow().event();
        } catch (Unreadable e) {
            throw new AssertionError(e);
        }
    }
}
