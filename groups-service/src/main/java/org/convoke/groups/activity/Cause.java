package org.convoke.groups.activity;

import org.jspecify.annotations.Nullable;

/** What a fact comes from. */
public interface Cause {

    /** The id of the current request; null outside of one. */
    @Nullable
    String requestId();
}
