package org.convoke.invitations.invitation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The times of an accept. Healing of one that crashed takes lease + margin + recoverEvery. */
@ConfigMapping(prefix = "convoke.claims")
public interface ClaimConfig {

    /** How long an accept holds its claim. */
    @WithDefault("5s")
    Duration lease();

    /** How long before its claim's end a seat is given no more; must exceed how far two databases' clocks differ. */
    @WithDefault("1s")
    Duration fence();

    /** How long after a claim's end another takes it over. */
    @WithDefault("1s")
    Duration margin();

    /** How long a request waits for the end of an accept under way. */
    @WithDefault("8s")
    Duration patience();

    /** How often an instance looks for lapsed claims. */
    @WithDefault("1s")
    Duration recoverEvery();

    /** How many lapsed claims one instance settles side by side. */
    @WithDefault("16")
    int recoveries();
}
