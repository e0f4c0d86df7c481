package org.convoke.gateway.wire.socketio.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.convoke.gateway.wire.BinaryFrame;
import org.convoke.gateway.wire.Frame;
import org.convoke.gateway.wire.TextFrame;

/** Several packets in one body of long polling; bytes are in base64. */
final class Payload {

    private static final byte SEPARATOR = 0x1e;
    private static final String SEPARATOR_TEXT = "\u001e";
    private static final byte BINARY = 'b';

    private Payload() {}

    static Buffer of(List<Frame> frames) {
        Buffer payload = Buffer.buffer();
        for (Frame frame : frames) {
            if (payload.length() > 0) {
                payload.appendByte(SEPARATOR);
            }
            switch (frame) {
                case TextFrame text -> payload.appendBytes(text.content());
                case BinaryFrame binary ->
                    payload.appendByte(BINARY).appendBytes(Base64.getEncoder().encode(binary.content()));
            }
        }
        return payload;
    }

    /** What is no UTF-8 is one malformed packet. */
    static List<Packet> read(Buffer body) {
        try {
            String text =
                    UTF_8.newDecoder().decode(ByteBuffer.wrap(body.getBytes())).toString();
            return Arrays.stream(text.split(SEPARATOR_TEXT, -1))
                    .map(Payload::packet)
                    .toList();
        } catch (CharacterCodingException e) {
            return List.of(new Packet.Malformed());
        }
    }

    private static Packet packet(String packet) {
        if (packet.isEmpty() || packet.charAt(0) != BINARY) {
            return Packet.of(packet);
        }
        try {
            return new Packet.Binary(Base64.getDecoder().decode(packet.substring(1)));
        } catch (IllegalArgumentException notBase64) {
            return new Packet.Malformed();
        }
    }
}
