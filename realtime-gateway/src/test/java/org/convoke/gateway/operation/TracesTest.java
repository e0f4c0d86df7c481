package org.convoke.gateway.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.convoke.gateway.Told.someone;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.convoke.events.Fact;
import org.convoke.events.InvitationEvent.InvitationSent;
import org.convoke.events.InvitationSnapshot;
import org.convoke.events.Topic;
import org.convoke.events.Uuids;
import org.convoke.gateway.GwClient;
import org.convoke.gateway.Told;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A fact whose trace is recorded is followed to the sessions; of others nothing is kept. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class TracesTest {

    private static final String SPAN = "b7ad6b7169203331";

    @TestHTTPResource
    URL url;

    @Inject
    InMemorySpanExporter exporter;

    private final Told told = new Told();
    private final String alice = someone("alice");
    private final String bob = someone("bob");

    @AfterEach
    void silence() {
        told.close();
    }

    @Test
    void theSpansOfARecordedFactFollowThatOfItsRequest() {
        String trace = invite("01");
        await().untilAsserted(() ->
                assertThat(spans(trace)).extracting(SpanData::getName).contains("append", "deliver"));
        assertThat(spans(trace))
                .hasSize(2)
                .allSatisfy(span -> assertThat(span.getParentSpanId()).isEqualTo(SPAN));
    }

    @Test
    void nothingIsKeptOfATraceThatIsNotRecorded() {
        String unrecorded = invite("00");
        String recorded = invite("01");
        await().until(() -> spans(recorded).size() == 2);
        assertThat(spans(unrecorded)).isEmpty();
    }

    /** @return the id of its trace, once bob has heard of it */
    private String invite(String flags) {
        String trace = UUID.nameUUIDFromBytes(someone("trace").getBytes(UTF_8))
                .toString()
                .replace("-", "");
        InvitationSnapshot invitation = Told.anInvitation(alice, bob, "PENDING");
        try (GwClient phone = GwClient.signedIn(url.getPort(), bob, "phone")) {
            told.tell(
                    Topic.INVITATIONS,
                    new Fact<>(
                            Uuids.next(),
                            "/test",
                            invitation.id().toString(),
                            1,
                            Instant.now(),
                            "00-" + trace + "-" + SPAN + "-" + flags,
                            new InvitationSent(invitation, false)));
            phone.event(
                    "invitation:received",
                    payload -> payload.path("invitation")
                            .path("id")
                            .asText()
                            .equals(invitation.id().toString()));
        }
        return trace;
    }

    private List<SpanData> spans(String trace) {
        return exporter.getFinishedSpanItems().stream()
                .filter(span -> span.getTraceId().equals(trace))
                .toList();
    }
}
