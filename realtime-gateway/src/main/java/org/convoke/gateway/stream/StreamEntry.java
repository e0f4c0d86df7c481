package org.convoke.gateway.stream;

import io.vertx.redis.client.Response;
import java.util.UUID;

/** One entry of a stream: an event as its readers see it. */
public record StreamEntry(Cursor cursor, ClientEvent event) {

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

    public long seq() {
        return cursor.seq();
    }
}
