package org.convoke.invitations.invitation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What invitations do by themselves. */
@ConfigMapping(prefix = "convoke.invitations")
public interface InvitationConfig {

    /** How often an instance announces those whose time has passed; that they are over holds at once. */
    @WithDefault("10s")
    Duration expireEvery();
}
