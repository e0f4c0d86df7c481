package org.convoke.groups.ban.api;

import java.time.Instant;
import org.convoke.groups.ban.Ban;
import org.jspecify.annotations.Nullable;

/**
 * A ban as moderators see it.
 *
 * @param until null for good
 */
public record BanView(
        String userId, @Nullable String reason, @Nullable Instant until, String bannedBy, Instant bannedAt) {

    static BanView of(Ban ban) {
        return new BanView(
                ban.userId(), ban.sentence().reason(), ban.sentence().until(), ban.bannedBy(), ban.bannedAt());
    }
}
