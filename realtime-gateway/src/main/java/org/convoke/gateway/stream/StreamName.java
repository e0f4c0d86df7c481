package org.convoke.gateway.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;

/** The name of a stream, which is also the channel a client knows it by: {@code u:<userId>}, {@code g:<groupId>} or {@code public}. */
public record StreamName(String value) {

    public static final StreamName PUBLIC = new StreamName("public");
    private static final int SHARDS = 256;

    public static StreamName inbox(String userId) {
        return new StreamName("u:" + userId);
    }

    public static StreamName group(UUID groupId) {
        return new StreamName("g:" + groupId);
    }

    /** @return empty for a channel name that no stream can have */
    public static Optional<StreamName> parse(String channel) {
        if (channel.equals("public")) {
            return Optional.of(PUBLIC);
        }
        if (channel.startsWith("u:") && channel.length() > 2 && channel.length() <= 258) {
            return Optional.of(new StreamName(channel));
        }
        return channel.startsWith("g:") ? parseGroup(channel) : Optional.empty();
    }

    private static Optional<StreamName> parseGroup(String channel) {
        try {
            StreamName name = group(UUID.fromString(channel.substring(2)));
            return name.value.equals(channel) ? Optional.of(name) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    public boolean isGroup() {
        return value.startsWith("g:");
    }

    public boolean isInboxOf(String userId) {
        return value.equals("u:" + userId);
    }

    /** The id behind the prefix. */
    public String id() {
        return value.substring(value.indexOf(':') + 1);
    }

    /** 0–255, for ever the same for a name. */
    public int shard() {
        CRC32 crc = new CRC32();
        crc.update(value.getBytes(UTF_8));
        return (int) (crc.getValue() % SHARDS);
    }

    /** The hash tag that keeps the keys of a shard in one slot of a Redis Cluster. */
    public String tag() {
        return tag(shard());
    }

    /** The set of pods that hold a session on the stream. */
    public String podsKey() {
        return "gw:" + tag() + ":p:" + value;
    }

    public static String tag(int shard) {
        return "{%02x}".formatted(shard);
    }

    public static int shards() {
        return SHARDS;
    }

    @Override
    public String toString() {
        return value;
    }
}
