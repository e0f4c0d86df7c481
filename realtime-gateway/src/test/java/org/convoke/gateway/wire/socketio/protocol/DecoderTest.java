package org.convoke.gateway.wire.socketio.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.convoke.gateway.wire.socketio.engine.EngineMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packets of Socket.IO revision 5, as they are written. */
class DecoderTest {

    private static final int MAX = 10_000;
    private static final OptionalLong NO_ID = OptionalLong.empty();

    private final Decoder decoder = new Decoder(MAX);

    static Stream<Arguments> packets() {
        return Stream.of(
                Arguments.of("0", new Packet.Connect("/", object("{}"))),
                Arguments.of("0{\"token\":\"1\"}", new Packet.Connect("/", object("{\"token\":\"1\"}"))),
                Arguments.of("0/admin,", new Packet.Connect("/admin", object("{}"))),
                Arguments.of("0/admin", new Packet.Connect("/admin", object("{}"))),
                Arguments.of("0/admin,{\"sid\":\"x,y\"}", new Packet.Connect("/admin", object("{\"sid\":\"x,y\"}"))),
                Arguments.of("1", new Packet.Disconnect("/")),
                Arguments.of("1/admin,", new Packet.Disconnect("/admin")),
                Arguments.of("1/admin", new Packet.Disconnect("/admin")),
                Arguments.of("2[\"foo\"]", new Packet.Event("/", NO_ID, "foo", List.of())),
                Arguments.of("2/admin,[\"bar\",1]", new Packet.Event("/admin", NO_ID, "bar", values("[1]"))),
                Arguments.of("212[\"foo\"]", new Packet.Event("/", OptionalLong.of(12), "foo", List.of())),
                Arguments.of("20[\"foo\"]", new Packet.Event("/", OptionalLong.of(0), "foo", List.of())),
                Arguments.of(
                        "2999999999999999[\"a\"]",
                        new Packet.Event("/", OptionalLong.of(999_999_999_999_999L), "a", List.of())),
                Arguments.of(
                        "2/admin,13[\"a\",{\"b\":[true]}]",
                        new Packet.Event("/admin", OptionalLong.of(13), "a", values("[{\"b\":[true]}]"))),
                Arguments.of("3/admin,13[\"bar\"]", new Packet.Ack("/admin", 13, values("[\"bar\"]"))),
                Arguments.of("30[]", new Packet.Ack("/", 0, List.of())),
                Arguments.of("50-[\"none\"]", new Packet.Event("/", NO_ID, "none", List.of())),
                Arguments.of(
                        "2[\"a\",{\"_placeholder\":true,\"num\":0}]",
                        new Packet.Event("/", NO_ID, "a", values("[{\"_placeholder\":true,\"num\":0}]"))));
    }

    @ParameterizedTest
    @MethodSource("packets")
    void aPacketIsRead(String text, Packet packet) throws BadPacket {
        assertThat(decoder.take(text)).contains(packet);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "7",
                "9[\"foo\"]",
                "/",
                "0[]",
                "0\"token\"",
                "0null",
                "0{\"token\":1",
                "0{}{}",
                "07{}",
                "1[]",
                "1{}",
                "14",
                "2",
                "2{}",
                "2[]",
                "2null",
                "2\"foo\"",
                "2[\"foo\"",
                "2[\"foo\"]x",
                "2[\"foo\"][\"bar\"]",
                "2[1,\"foo\"]",
                "2[null]",
                "2[{}]",
                "2[[\"foo\"]]",
                "2abc[\"message-with-ack\",1,\"2\",{\"3\":[false]}]",
                "2-1[\"foo\"]",
                "2 1[\"foo\"]",
                "21000000000000000[\"foo\"]",
                "2/admin[\"foo\"]",
                "2[\"foo\",NaN]",
                "2['foo']",
                "2[\"connect\"]",
                "2[\"connect_error\"]",
                "2[\"disconnect\"]",
                "2[\"disconnecting\"]",
                "2[\"newListener\"]",
                "2[\"removeListener\"]",
                "3[]",
                "31{}",
                "31",
                "4{\"message\":\"no\"}",
                "5",
                "5[\"foo\"]",
                "5-[\"foo\"]",
                "51[\"foo\"]",
                "5-1-[\"foo\"]",
                "51-[\"foo\"]x",
                "51-{}",
                "61-1",
                "511-[\"foo\"]",
                "599999999999999999999-[\"foo\"]",
                "50-[\"foo\",{\"_placeholder\":true,\"num\":0}]",
                "6-1[]",
                "60-[]"
            })
    void whatIsNoPacketIsRefused(String text) {
        assertThatThrownBy(() -> decoder.take(text)).isInstanceOf(BadPacket.class);
    }

    @Test
    void attachmentsComeIntoTheirPlaces() throws BadPacket {
        assertThat(decoder.take("52-/admin,7[\"baz\",{\"_placeholder\":true,\"num\":1},"
                        + "{\"deep\":[{\"_placeholder\":true,\"num\":0}]}]"))
                .isEmpty();
        assertThat(decoder.take(new byte[] {1, 2})).isEmpty();
        Packet.Event event = (Packet.Event) decoder.take(new byte[] {3, 4}).orElseThrow();
        assertThat(event.id()).hasValue(7);
        assertThat(event.arguments().getFirst()).isEqualTo(BinaryNode.valueOf(new byte[] {3, 4}));
        assertThat(event.arguments().getLast().at("/deep/0")).isEqualTo(BinaryNode.valueOf(new byte[] {1, 2}));
        assertThat(decoder.take("2[\"next\"]")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "-1", "0.5", "\"0\"", "null", "99999999999"})
    void aPlaceholderOfNoAttachmentIsRefused(String number) throws BadPacket {
        decoder.take("51-[\"baz\",{\"_placeholder\":true,\"num\":" + number + "}]");
        assertThatThrownBy(() -> decoder.take(new byte[1])).isInstanceOf(BadPacket.class);
    }

    @Test
    void tenAttachmentsAreTheMost() throws BadPacket {
        assertThat(decoder.take("510-[\"baz\"]")).isEmpty();
        for (int i = 1; i < 10; i++) {
            assertThat(decoder.take(new byte[1])).isEmpty();
        }
        assertThat(decoder.take(new byte[1])).isPresent();
        assertThatThrownBy(() -> decoder.take("511-[\"baz\"]")).isInstanceOf(BadPacket.class);
    }

    @Test
    void nothingComesBetweenAPacketAndItsAttachments() throws BadPacket {
        assertThatThrownBy(() -> decoder.take(new byte[1])).isInstanceOf(BadPacket.class);
        decoder.take("51-[\"baz\",{\"_placeholder\":true,\"num\":0}]");
        assertThatThrownBy(() -> decoder.take("2[\"foo\"]")).isInstanceOf(BadPacket.class);
    }

    @Test
    void whatIsTooLargeOrTooDeepIsRefused() throws BadPacket {
        assertThat(decoder.take("2[\"a\",\"" + "x".repeat(MAX - 10) + "\"]")).isPresent();
        assertThatThrownBy(() -> decoder.take("2[\"a\",\"" + "x".repeat(MAX) + "\"]"))
                .isInstanceOf(BadPacket.class);
        assertThatThrownBy(() -> decoder.take("2[\"a\",\"" + "é".repeat(MAX / 2) + "\"]"))
                .isInstanceOf(BadPacket.class);
        assertThat(decoder.take("2[\"a\"," + "[".repeat(60) + "]".repeat(60) + "]"))
                .isPresent();
        assertThatThrownBy(() -> decoder.take("2[\"a\"," + "[".repeat(70) + "]".repeat(70) + "]"))
                .isInstanceOf(BadPacket.class);
        assertThatThrownBy(() -> decoder.take("2" + "[".repeat(9000))).isInstanceOf(BadPacket.class);
    }

    @Test
    void attachmentsTogetherAreBounded() throws BadPacket {
        decoder.take("53-[\"baz\"]");
        decoder.take(new byte[MAX / 2]);
        decoder.take(new byte[MAX / 2]);
        assertThatThrownBy(() -> decoder.take(new byte[1])).isInstanceOf(BadPacket.class);
    }

    /** Whatever is written is read as the same. */
    @Test
    void whatIsWrittenIsReadAgain() throws BadPacket {
        Random random = new Random(4711);
        for (int round = 0; round < 2000; round++) {
            Packet packet = randomPacket(random);
            Optional<Packet> read = Optional.empty();
            for (EngineMessage message : Encoder.encode(packet)) {
                assertThat(read).isEmpty();
                read = switch (message) {
                    case EngineMessage.Text(var frame) -> decoder.take(new String(frame.content(), UTF_8).substring(1));
                    case EngineMessage.Binary(var frame) -> decoder.take(frame.content());
                };
            }
            assertThat(read).contains(packet);
        }
    }

    /** What is damaged is a packet or none; never anything else. */
    @Test
    void nothingElseThanARefusalComesOfDamage() {
        Random random = new Random(42);
        List<String> texts = packets().map(each -> (String) each.get()[0]).toList();
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder(texts.get(random.nextInt(texts.size())));
            for (int i = random.nextInt(3); i >= 0; i--) {
                damage(text, random);
            }
            try {
                new Decoder(MAX).take(text.toString());
            } catch (BadPacket refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    private static void damage(StringBuilder text, Random random) {
        int at = text.isEmpty() ? 0 : random.nextInt(text.length());
        switch (random.nextInt(3)) {
            case 0 -> text.insert(at, "0123456789-/,[]{}\":_ \u0000é\ud83d".charAt(random.nextInt(22)));
            case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(4)));
            default -> text.setLength(at);
        }
    }

    private static Packet randomPacket(Random random) {
        String namespace = random.nextBoolean() ? "/" : "/n" + random.nextInt(100);
        List<JsonNode> arguments = IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> value(random, 3))
                .toList();
        return random.nextBoolean()
                ? new Packet.Ack(namespace, random.nextInt(1000), arguments)
                : new Packet.Event(
                        namespace,
                        random.nextBoolean() ? NO_ID : OptionalLong.of(random.nextInt(1000)),
                        "e" + random.nextInt(),
                        arguments);
    }

    private static JsonNode value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> Json.NODES.textNode("\"é,[{" + random.nextInt());
            case 1 -> Json.NODES.numberNode(random.nextInt());
            case 2 -> Json.NODES.booleanNode(random.nextBoolean());
            case 3 ->
                random.nextInt(4) == 0
                        ? BinaryNode.valueOf(new byte[] {(byte) random.nextInt()})
                        : Json.NODES.nullNode();
            case 4 -> Json.NODES.arrayNode().add(value(random, depth - 1)).add(value(random, depth - 1));
            default -> Json.NODES.objectNode().set("k" + random.nextInt(9), value(random, depth - 1));
        };
    }

    private static ObjectNode object(String json) {
        return (ObjectNode) node(json);
    }

    private static List<JsonNode> values(String json) {
        List<JsonNode> values = new ArrayList<>();
        node(json).forEach(values::add);
        return values;
    }

    private static JsonNode node(String json) {
        try {
            return Json.read(json);
        } catch (BadPacket e) {
            throw new IllegalStateException(e);
        }
    }
}
