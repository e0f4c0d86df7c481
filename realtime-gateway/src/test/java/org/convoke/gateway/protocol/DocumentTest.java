package org.convoke.gateway.protocol;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.convoke.gateway.protocol.ProtocolDocument.Message;
import org.convoke.gateway.session.Farewell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code asyncapi.yaml} against itself and against what the code names. */
class DocumentTest {

    private static final Path READER = Path.of("src/main/java/org/convoke/gateway/wire/gw/FrameReader.java");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProtocolDocument document = ProtocolDocument.read();

    static Stream<Message> messages() {
        return ProtocolDocument.read().messages().stream();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyExampleConformsToItsSchema(Message message) {
        assertThat(message.examples()).isNotEmpty().allSatisfy(example -> {
            assertThat(message.violations(example)).isEmpty();
            assertThat(ProtocolDocument.nameOf(example)).isEqualTo(message.name());
        });
    }

    @Test
    void everyMessageIsOfAnOperation() {
        Set<Message> used = new HashSet<>(document.received());
        used.addAll(document.sent());
        assertThat(used).containsExactlyInAnyOrderElementsOf(document.messages());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'t':'dance','d':{}}", "{'t':'evt','d':{'n':'group:danced','ch':'public','p':{}}}", "{}"})
    void aFrameThatIsNotDescribedIsAViolation(String frame) throws IOException {
        assertThat(document.violations(JSON.readTree(frame.replace('\'', '"')))).isNotEmpty();
    }

    @Test
    void aFieldThatIsMissingOrNotDescribedIsAViolation() {
        for (Message message : document.sent()) {
            ObjectNode more = message.examples().getFirst().deepCopy();
            more.put("more", true);
            assertThat(document.violations(more)).as(message.key()).isNotEmpty();
            ObjectNode less = message.examples().getFirst().deepCopy();
            less.remove("d");
            assertThat(document.violations(less)).as(message.key()).isNotEmpty();
        }
        JsonNode event = event("invitation:received");
        ((ObjectNode) event.path("d").path("p").path("invitation")).put("more", true);
        assertThat(document.violations(event)).isNotEmpty();
    }

    @Test
    void aValueOfAnotherKindIsAViolation() {
        ObjectNode event = (ObjectNode) event("group:member_joined");
        ((ObjectNode) event.path("d").path("p")).put("role", "EMPRESS");
        assertThat(document.violations(event)).isNotEmpty();
        ObjectNode late = (ObjectNode) event("group:member_left");
        ((ObjectNode) late.path("d")).put("ts", "tomorrow");
        assertThat(document.violations(late)).isNotEmpty();
    }

    @Test
    void theFramesOfClientsAreThoseThatTheGatewayReads() throws IOException {
        Set<String> read = Pattern.compile("case \"([a-z.]+)\" ->")
                .matcher(Files.readString(READER))
                .results()
                .map(found -> found.group(1))
                .collect(toSet());
        assertThat(document.received().stream().map(Message::name))
                .containsOnlyOnceElementsOf(read)
                .allMatch(read::contains);
    }

    @Test
    void everyErrorCodeIsDescribed() throws ReflectiveOperationException {
        Class<?> errors = Class.forName("org.convoke.gateway.wire.Refusal");
        Method code = errors.getDeclaredMethod("code");
        code.setAccessible(true);
        for (Object error : errors.getEnumConstants()) {
            assertThat(document.codes("ErrorCode")).contains((Integer) code.invoke(error));
        }
    }

    @Test
    void everyCloseCodeIsDescribed() {
        assertThat(Stream.of(Farewell.class.getFields())
                        .filter(field -> Modifier.isStatic(field.getModifiers()))
                        .map(DocumentTest::farewell)
                        .map(Farewell::code))
                .isNotEmpty()
                .allMatch(document.codes("CloseCode")::contains);
    }

    private JsonNode event(String name) {
        return document.sent().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .examples()
                .getFirst()
                .deepCopy();
    }

    private static Farewell farewell(java.lang.reflect.Field field) {
        try {
            return (Farewell) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
