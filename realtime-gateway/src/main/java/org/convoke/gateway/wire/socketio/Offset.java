package org.convoke.gateway.wire.socketio;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.convoke.gateway.session.Hub;
import org.convoke.gateway.session.Session;
import org.convoke.gateway.stream.Cursor;
import org.convoke.gateway.stream.StreamName;
import org.jspecify.annotations.Nullable;

/**
 * How far a client is in all its channels, in one text: a client of Socket.IO keeps only the newest. It says all there is
 * to know, so that no pod has to remember anything: {@code u:<cursor>;p:<cursor>;<group>:<cursor>;-<group that she left>}.
 */
record Offset(Cursor inbox, Map<StreamName, Cursor> channels, Set<StreamName> left) {

    /** Each takes some 50 bytes of every event. */
    private static final int MOST_CHANNELS = 100;

    private static final String INBOX = "u";
    private static final String PUBLIC = "p";
    private static final String BETWEEN = ";";
    private static final char AT = ':';
    private static final char LEFT = '-';
    private static final int GROUP_LENGTH = 22;

    /** @return empty for what is none of ours */
    static Optional<Offset> parse(String text) {
        Map<StreamName, Cursor> channels = new HashMap<>();
        Set<StreamName> left = new HashSet<>();
        Cursor inbox = null;
        for (String part : text.split(BETWEEN, -1)) {
            int at = part.indexOf(AT);
            if (part.startsWith(INBOX + AT)) {
                inbox = Cursor.parse(part.substring(at + 1)).orElse(null);
            } else if (at > 0) {
                Optional<StreamName> channel = channel(part.substring(0, at));
                Optional<Cursor> cursor = Cursor.parse(part.substring(at + 1));
                if (channel.isEmpty() || cursor.isEmpty()) {
                    return Optional.empty();
                }
                channels.put(channel.get(), cursor.get());
            } else {
                Optional<StreamName> channel = part.isEmpty() ? Optional.empty() : channel(part.substring(1));
                if (channel.isEmpty() || part.charAt(0) != LEFT) {
                    return Optional.empty();
                }
                left.add(channel.get());
            }
        }
        return Optional.ofNullable(inbox).map(found -> new Offset(found, channels, left));
    }

    Hub.Arrival arrival() {
        return new Hub.Arrival(Optional.of(inbox), channels, left, true);
    }

    /** Whether a session's positions are few enough to be told with every event. */
    static boolean fits(Session session) {
        return session.channels() <= MOST_CHANNELS;
    }

    static String of(Session session) {
        return String.join(BETWEEN, parts(session, any -> true));
    }

    /** All but that of one channel, which is to be appended. */
    static String without(Session session, StreamName channel) {
        List<String> parts = parts(session, each -> !each.equals(channel));
        return parts.isEmpty() ? "" : String.join(BETWEEN, parts) + BETWEEN;
    }

    static String part(StreamName channel, Cursor cursor) {
        return name(channel) + AT + cursor;
    }

    private static List<String> parts(Session session, Predicate<StreamName> wanted) {
        List<String> parts = new ArrayList<>();
        session.left().stream().filter(wanted).forEach(channel -> parts.add(LEFT + name(channel)));
        session.positions((channel, cursor) -> {
            if (wanted.test(channel)) {
                parts.add(part(channel, cursor));
            }
        });
        return parts;
    }

    private static String name(StreamName channel) {
        if (channel.isGroup()) {
            UUID id = UUID.fromString(channel.id());
            ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
        }
        return channel.equals(StreamName.PUBLIC) ? PUBLIC : INBOX;
    }

    private static Optional<StreamName> channel(String name) {
        if (name.equals(PUBLIC)) {
            return Optional.of(StreamName.PUBLIC);
        }
        return Optional.ofNullable(group(name)).map(StreamName::group);
    }

    private static @Nullable UUID group(String name) {
        if (name.length() != GROUP_LENGTH) {
            return null;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(name));
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }
}
