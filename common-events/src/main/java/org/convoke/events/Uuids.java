package org.convoke.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/** Ids as everywhere in Convoke: UUIDv7, ordered by time of creation (RFC 9562). */
public final class Uuids {

    private static final TimeBasedEpochGenerator V7 = Generators.timeBasedEpochGenerator();

    private Uuids() {}

    public static UUID next() {
        return V7.generate();
    }

    /** The same id for the same name, so that what is derived twice from one fact is known as a repeat. */
    public static UUID derived(UUID from, String name) {
        return UUID.nameUUIDFromBytes((from + "|" + name).getBytes(UTF_8));
    }
}
