package org.convoke.invitations.invitation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The right of one accept or redemption to decide; while there is one, nobody else decides. */
@Embeddable
public record Claim(
        @Column(name = "claim_id") UUID id,
        @Column(name = "claimed_until") Instant until) {

    /** Its owner had time enough and can no longer get a seat, whatever the two clocks differ up to the margin. */
    public boolean hasLapsed(Instant now, Duration margin) {
        return until.plus(margin).isBefore(now);
    }
}
