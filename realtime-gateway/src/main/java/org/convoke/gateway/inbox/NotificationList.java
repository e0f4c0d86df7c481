package org.convoke.gateway.inbox;

import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import org.convoke.gateway.stream.ClientEvent;
import org.convoke.gateway.stream.StreamEntry;

/** The answer of {@code inbox_list.lua}. */
final class NotificationList {

    private NotificationList() {}

    static List<Notification> read(Response answer) {
        String epoch = answer.get(0).toString();
        List<Notification> notifications = new ArrayList<>();
        for (int i = 1; i < answer.size(); i += 3) {
            StreamEntry entry = StreamEntry.of(epoch, answer.get(i));
            ClientEvent event = entry.event();
            notifications.add(new Notification(
                    event.id(),
                    event.name(),
                    entry.cursor().toString(),
                    event.payload(),
                    answer.get(i + 1).toString().equals("1"),
                    answer.get(i + 2).toString().equals("1"),
                    event.time()));
        }
        return notifications;
    }
}
