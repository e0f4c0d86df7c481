package org.convoke.gateway.wire.socketio;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import org.convoke.gateway.stream.ClientEvent;
import org.convoke.gateway.stream.StreamEntry;
import org.convoke.gateway.stream.StreamName;
import org.convoke.gateway.wire.socketio.engine.EngineMessage;
import org.jspecify.annotations.Nullable;

/**
 * Writes the events of the streams: {@code 2["name",{payload},"offset"]}. All but the offset is written once for all
 * sessions. Hub thread only.
 */
@ApplicationScoped
class EventWriter {

    private @Nullable Placed placed;
    private @Nullable Plain plain;

    /** An event around the positions in other channels. */
    private record Placed(Object told, byte[] start, byte[] end) {}

    private record Plain(Object told, EngineMessage message) {}

    EngineMessage event(StreamName channel, StreamEntry entry, Bookmark bookmark) {
        if (!bookmark.fits()) {
            return event(entry.event());
        }
        Placed latest = placed;
        if (latest == null || latest.told() != entry) {
            latest = new Placed(
                    entry,
                    (start(entry.event()) + ",\"").getBytes(UTF_8),
                    (Offset.part(channel, entry.cursor()) + "\"]").getBytes(UTF_8));
            placed = latest;
        }
        return EngineMessage.joined(latest.start(), bookmark.without(channel), latest.end());
    }

    /** One without a position. */
    EngineMessage event(ClientEvent event) {
        Plain latest = plain;
        if (latest == null || latest.told() != event) {
            latest = new Plain(event, EngineMessage.of(start(event) + "]"));
            plain = latest;
        }
        return latest.message();
    }

    private static String start(ClientEvent event) {
        return "2[\"" + event.name() + "\"," + event.payload();
    }
}
