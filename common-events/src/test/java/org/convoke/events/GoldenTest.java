package org.convoke.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON of each event is the contract: whoever changes it makes a new version. */
class GoldenTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<DomainEvent> events() {
        return Examples.all();
    }

    @ParameterizedTest
    @MethodSource("events")
    void isWrittenAsItsGoldenFile(DomainEvent event) throws IOException {
        assertThat(JSON.readTree(EventJson.write(event))).isEqualTo(golden(event));
    }

    @ParameterizedTest
    @MethodSource("events")
    void isReadFromItsGoldenFile(DomainEvent event) throws Exception {
        assertThat(EventJson.read(golden(event).toString().getBytes(UTF_8), event.getClass()))
                .isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void isReadWithFieldsOfALaterVersion(DomainEvent event) throws Exception {
        ObjectNode later = ((ObjectNode) golden(event)).put("fieldOfTomorrow", 1);
        assertThat(EventJson.read(later.toString().getBytes(UTF_8), event.getClass()))
                .isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void isUnreadableWithoutItsFields(DomainEvent event) {
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> EventJson.read("{}".getBytes(UTF_8), event.getClass()));
    }

    @Test
    void everyEventHasAnExampleAndATypeOfItsOwn() {
        List<String> types =
                events().stream().map(event -> EventType.of(event.getClass())).toList();
        assertThat(types).doesNotHaveDuplicates();
        assertThat(leaves(DomainEvent.class).map(EventType::of)).containsExactlyInAnyOrderElementsOf(types);
        assertThat(types).allSatisfy(type -> assertThat(EventType.named(type)).isPresent());
    }

    private static Stream<Class<? extends DomainEvent>> leaves(Class<? extends DomainEvent> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(each -> leaves(each.asSubclass(DomainEvent.class)))
                : Stream.of(type);
    }

    private static JsonNode golden(DomainEvent event) throws IOException {
        String name = "/golden/" + event.getClass().getSimpleName() + ".v1.json";
        try (InputStream file = GoldenTest.class.getResourceAsStream(name)) {
            assertThat(file).as(name).isNotNull();
            return JSON.readTree(file);
        }
    }
}
