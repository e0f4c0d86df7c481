package org.convoke.groups.ban;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why and how long somebody stays out.
 *
 * @param until null for good
 */
public record Sentence(@Nullable String reason, @Nullable Instant until) {}
