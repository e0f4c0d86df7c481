package org.convoke.invitations.batch;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.convoke.events.BatchSnapshot;
import org.jspecify.annotations.Nullable;

/** A batch as its inviter sees it. */
public record BatchReport(
        @JsonUnwrapped BatchSnapshot batch,
        @Nullable String message,
        @Nullable Instant finishedAt) {}
