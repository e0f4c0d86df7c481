package org.convoke.gateway.wire.socketio.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convoke.gateway.wire.socketio.engine.EngineClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the protocol's test-suite expects of a connection, with the echo behind it. */
class ConnectionTest {

    private final Line line = new Line();
    private final List<Runnable> timers = new ArrayList<>();
    private final List<String> gone = new ArrayList<>();
    private Peer latest;
    private final Connection connection = connection(new Echo(Runnable::run));

    private Connection connection(Application application) {
        return new Connection(line, application, new Decoder(10_000), task -> {
            timers.add(task);
            return () -> timers.remove(task);
        });
    }

    /** Lets nobody in by itself. */
    private Connection reserved() {
        return connection(name -> Optional.of((peer, auth) -> {
            latest = peer;
            return new Listener() {
                @Override
                public void said(Event event) {
                    event.acknowledgement().ifPresent(back -> back.with(event.arguments()));
                    event.acknowledgement().ifPresent(back -> back.with(List.of()));
                }

                @Override
                public void gone(EngineClose reason) {
                    gone.add(name + " " + reason.code());
                }
            };
        }));
    }

    @Test
    void theMainNamespaceLetsIn() throws IOException {
        connection.received("0");
        assertIn("40", line.heard(), "42[\"auth\",{}]");
    }

    @Test
    void credentialsReachTheApplication() throws IOException {
        connection.received("0{\"token\":\"123\"}");
        assertIn("40", line.heard(), "42[\"auth\",{\"token\":\"123\"}]");
    }

    @Test
    void aCustomNamespaceLetsIn() throws IOException {
        connection.received("0/custom,");
        assertIn("40/custom,", line.heard(), "42/custom,[\"auth\",{}]");
    }

    @Test
    void credentialsReachACustomNamespace() throws IOException {
        connection.received("0/custom,{\"token\":\"abc\"}");
        assertIn("40/custom,", line.heard(), "42/custom,[\"auth\",{\"token\":\"abc\"}]");
    }

    private static void assertIn(String start, List<String> heard, String then) throws IOException {
        assertThat(heard).hasSize(2);
        assertThat(heard.getFirst()).startsWith(start);
        JsonNode data = new ObjectMapper().readTree(heard.getFirst().substring(start.length()));
        assertThat(data.fieldNames()).toIterable().containsExactly("sid");
        assertThat(data.path("sid").asText()).isNotEmpty();
        assertThat(heard.getLast()).isEqualTo(then);
    }

    @Test
    void anUnknownNamespaceIsRefusedAndTheConnectionStays() {
        connection.received("0/random");
        assertThat(line.heard()).containsExactly("44/random,{\"message\":\"Invalid namespace\"}");
        assertThat(line.closed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "2[\"message\"]", "1", "31[]", "4{\"message\":\"no\"}", "2/custom,[\"message\"]"})
    void whatIsNoHandshakeClosesTheConnection(String packet) {
        connection.received(packet);
        assertThat(line.closed()).contains(EngineClose.BAD_PACKET);
    }

    @Test
    void whoAsksForNoNamespaceIsClosed() {
        connection.received("0/random");
        timers.getFirst().run();
        assertThat(line.closed()).map(EngineClose::code).contains(4001);
    }

    @Test
    void whoIsInANamespaceIsNotClosed() {
        connection.received("0");
        timers.getFirst().run();
        assertThat(line.closed()).isEmpty();
    }

    @Test
    void whoLeavesAllNamespacesIsClosedAfterAWhile() {
        connection.received("0");
        timers.removeFirst().run();
        connection.received("1");
        assertThat(line.closed()).isEmpty();
        timers.getFirst().run();
        assertThat(line.closed()).map(EngineClose::code).contains(4001);
    }

    @Test
    void whoAsksTwiceIsClosed() {
        connection.received("0");
        connection.received("0");
        assertThat(line.closed()).contains(EngineClose.BAD_PACKET);
    }

    @Test
    void whoLeavesOneNamespaceIsStillInTheOther() {
        connection.received("0");
        connection.received("0/custom");
        line.heard();
        connection.received("1/custom");
        connection.received("2[\"message\",\"message to main namespace\"]");
        assertThat(line.heard()).containsExactly("42[\"message-back\",\"message to main namespace\"]");
        connection.received("2/custom,[\"message\"]");
        assertThat(line.closed()).contains(EngineClose.BAD_PACKET);
    }

    @Test
    void aPlainMessageComesBack() {
        in();
        connection.received("2[\"message\",1,\"2\",{\"3\":[true]}]");
        assertThat(line.heard()).containsExactly("42[\"message-back\",1,\"2\",{\"3\":[true]}]");
    }

    @Test
    void aMessageWithAttachmentsComesBack() {
        in();
        connection.received("52-[\"message\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]");
        connection.received(new byte[] {1, 2, 3});
        connection.received(new byte[] {4, 5, 6});
        assertThat(line.heard())
                .containsExactly(
                        "452-[\"message-back\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]",
                        "010203",
                        "040506");
    }

    @Test
    void aMessageIsAcknowledged() {
        in();
        connection.received("2456[\"message-with-ack\",1,\"2\",{\"3\":[false]}]");
        assertThat(line.heard()).containsExactly("43456[1,\"2\",{\"3\":[false]}]");
    }

    @Test
    void aMessageWithAttachmentsIsAcknowledged() {
        in();
        connection.received(
                "52-789[\"message-with-ack\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]");
        connection.received(new byte[] {1, 2, 3});
        connection.received(new byte[] {4, 5, 6});
        assertThat(line.heard())
                .containsExactly(
                        "462-789[{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]",
                        "010203",
                        "040506");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "2{}", "2abc[\"message-with-ack\",1,\"2\",{\"3\":[false]}]", "2[\"disconnect\"]"})
    void whatIsNoPacketClosesTheConnection(String packet) {
        in();
        connection.received(packet);
        assertThat(line.closed()).contains(EngineClose.BAD_PACKET);
    }

    private void in() {
        connection.received("0");
        line.heard();
    }

    @Test
    void nobodySpeaksBeforeBeingLetIn() {
        Connection door = reserved();
        door.received("0");
        assertThat(line.heard()).isEmpty();
        door.received("2[\"hello\"]");
        assertThat(line.closed()).contains(EngineClose.BAD_PACKET);
    }

    @Test
    void anApplicationSaysWhyItRefuses() {
        Connection door = reserved();
        door.received("0");
        latest.refuse("not you", Json.NODES.objectNode().put("code", 101));
        assertThat(line.heard()).containsExactly("44{\"message\":\"not you\",\"data\":{\"code\":101}}");
        timers.getLast().run();
        assertThat(line.closed()).isPresent();
    }

    @Test
    void whoWasSentOutIsNotHeardAndMayAskAgain() {
        Connection door = reserved();
        door.received("0");
        latest.letIn(Json.NODES.objectNode().put("pid", "p"));
        assertThat(line.heard()).containsExactly("40{\"sid\":\"" + latest.id() + "\",\"pid\":\"p\"}");
        latest.sendOut();
        door.received("25[\"late\"]");
        assertThat(line.heard()).containsExactly("41");
        assertThat(line.closed()).isEmpty();
        Peer before = latest;
        door.received("0");
        assertThat(latest).isNotSameAs(before);
        assertThat(gone).containsExactly("/ 1000");
    }

    @Test
    void anAcknowledgementIsGivenOnce() {
        Connection door = reserved();
        door.received("0");
        latest.letIn(Json.NODES.objectNode());
        line.heard();
        door.received("25[\"a\",7]");
        door.received("2[\"b\",7]");
        assertThat(line.heard()).containsExactly("435[7]");
    }

    @Test
    void theClientAcknowledgesToo() {
        Connection door = reserved();
        door.received("0/x");
        latest.letIn(Json.NODES.objectNode());
        line.heard();
        List<String> answers = new ArrayList<>();
        latest.emit("first", List.of(), answer -> answers.add("first " + answer));
        latest.emit("second", List.of(Json.NODES.numberNode(1)), answer -> answers.add("second " + answer));
        assertThat(line.heard()).containsExactly("42/x,0[\"first\"]", "42/x,1[\"second\",1]");
        door.received("3/x,1[\"yes\"]");
        door.received("3/x,1[\"again\"]");
        door.received("3/x,99[]");
        door.received("3/x,0[]");
        assertThat(answers).containsExactly("second [\"yes\"]", "first []");
        assertThat(line.closed()).isEmpty();
    }

    @Test
    void everyNamespaceHearsOfTheEndOnce() {
        Connection door = reserved();
        door.received("0/a");
        latest.letIn(Json.NODES.objectNode());
        door.received("0/b");
        door.closed(EngineClose.NO_PONG);
        door.closed(EngineClose.NO_PONG);
        assertThat(gone).containsExactlyInAnyOrder("/a 4202", "/b 4202");
        assertThat(timers).hasSize(1);
    }

    @Test
    void whoDoesNotTakeRefusalsIsClosed() {
        line.fill();
        connection.received("0/random");
        assertThat(line.closed()).map(EngineClose::code).contains(4201);
    }
}
