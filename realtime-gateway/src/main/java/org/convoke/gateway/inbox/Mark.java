package org.convoke.gateway.inbox;

import java.util.List;
import java.util.UUID;
import org.convoke.gateway.stream.Cursor;

/** What a person has done with her notifications. */
public sealed interface Mark {

    /** Everything up to the position was on her screen. */
    record SeenUpTo(Cursor position) implements Mark {}

    record ReadUpTo(Cursor position) implements Mark {}

    record Read(List<UUID> ids) implements Mark {}

    record Deleted(UUID id) implements Mark {}
}
