package org.convoke.gateway.presence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The settings of presence; the README lists them. */
@ConfigMapping(prefix = "convoke.gateway.presence")
public interface PresenceConfig {

    /** How long after the last session has ended its person still counts as here. */
    @WithDefault("15s")
    Duration grace();

    /** How long a pod that gives no sign of life counts as alive; renewed three times as often. */
    @WithDefault("15s")
    Duration lease();

    /** How long a client may say nothing but signs of life before its person counts as away there. */
    @WithDefault("5m")
    Duration idle();

    /** People that one session may watch. */
    @WithDefault("100")
    int watched();

    /** Members up to which a group's presence is told one by one; of a larger group only the number. */
    @WithDefault("200")
    int groupMembers();
}
