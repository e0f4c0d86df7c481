package org.convoke.invitations.quota;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much of everything; 0 means no limit. Hours and days are the last 60 minutes and 24 hours. */
@ConfigMapping(prefix = "convoke.limits")
public interface LimitsConfig {

    /** People whom one inviter invites one by one. */
    @WithDefault("50")
    int invitationsPerHour();

    @WithDefault("200")
    int invitationsPerDay();

    /** People whom one inviter invites by batches. */
    @WithDefault("2000")
    int batchRecipientsPerDay();

    /** People who are invited to one group by whatever way. */
    @WithDefault("1000")
    int groupInvitationsPerDay();

    /** Invitations of one person to one group within 30 days. */
    @WithDefault("3")
    int invitationsPerPerson();

    /** How long somebody who declined is not invited to that group. */
    @WithDefault("P7D")
    Duration declineCooldown();

    /** How often one invitation is sent again. */
    @WithDefault("3")
    int resends();
}
