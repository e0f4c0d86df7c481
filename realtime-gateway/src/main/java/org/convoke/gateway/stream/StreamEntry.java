package org.convoke.gateway.stream;

import io.vertx.redis.client.Response;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a stream: an event as its readers see it.
 *
 * <p>Keeps the text that a wire made of it, so that it is encoded once and not once a session. Used by one thread.
 */
public final class StreamEntry {

    private final Cursor cursor;
    private final ClientEvent event;
    private @Nullable String encoded;

    public StreamEntry(Cursor cursor, ClientEvent event) {
        this.cursor = cursor;
        this.event = event;
    }

    /** An entry as XRANGE answers it. */
    public static StreamEntry of(String epoch, Response entry) {
        String id = entry.get(0).toString();
        Response fields = entry.get(1);
        String eventId = "";
        String name = "";
        String time = "";
        String payload = "";
        String hash = "";
        String leaver = "";
        for (int i = 0; i < fields.size(); i += 2) {
            String value = fields.get(i + 1).toString();
            switch (fields.get(i).toString()) {
                case "i" -> eventId = value;
                case "n" -> name = value;
                case "t" -> time = value;
                case "p" -> payload = value;
                case "h" -> hash = value;
                case "u" -> leaver = value;
                default -> {} // a field of a newer version
            }
        }
        Cursor cursor = new Cursor(epoch, Long.parseLong(id.substring(0, id.indexOf('-'))), hash);
        return new StreamEntry(cursor, new ClientEvent(UUID.fromString(eventId), name, time, payload, leaver));
    }

    public Cursor cursor() {
        return cursor;
    }

    public long seq() {
        return cursor.seq();
    }

    public ClientEvent event() {
        return event;
    }

    /** What the encoder makes of this entry, made once. All callers use the same encoder for one wire. */
    public String encodedBy(Function<StreamEntry, String> encoder) {
        if (encoded == null) {
            encoded = encoder.apply(this);
        }
        return encoded;
    }
}
