package org.convoke.gateway.protocol;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code asyncapi-socketio.yaml} against itself, against gw.v1 and against what the code names. */
class SocketIoDocumentTest {

    private static final Path READER = Path.of("src/main/java/org/convoke/gateway/wire/socketio/EventReader.java");

    private final SocketIoDocument document = SocketIoDocument.read();

    static Stream<SocketIoDocument.Message> messages() {
        return SocketIoDocument.read().messages().stream();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyExampleConformsToItsSchemaAndNothingLess(SocketIoDocument.Message message) {
        assertThat(message.arguments()).isNotEmpty().allSatisfy(example -> {
            assertThat(document.violations(message, example)).isEmpty();
            assertThat(document.violations(message, ((ArrayNode) example.deepCopy()).add(true)))
                    .isNotEmpty();
        });
    }

    @Test
    void theEventsAreThoseOfGwV1() {
        Set<String> gw = ProtocolDocument.read().sent().stream()
                .filter(ProtocolDocument.Message::isEvent)
                .map(ProtocolDocument.Message::name)
                .collect(toSet());
        Set<String> own = document.messages("send").stream()
                .map(SocketIoDocument.Message::name)
                .filter(name -> name.contains(":") && !name.startsWith("presence:"))
                .collect(toSet());
        assertThat(own).isEqualTo(gw);
    }

    @Test
    void whatClientsEmitIsWhatTheGatewayReads() throws IOException {
        Set<String> read = Pattern.compile("case \"([a-z.]+)\" ->")
                .matcher(Files.readString(READER))
                .results()
                .map(found -> found.group(1))
                .collect(toSet());
        assertThat(document.messages("receive").stream()
                        .map(SocketIoDocument.Message::name)
                        .filter(name -> !name.equals("connect")))
                .containsExactlyInAnyOrderElementsOf(read);
    }
}
