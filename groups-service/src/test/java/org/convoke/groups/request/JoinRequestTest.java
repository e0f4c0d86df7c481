package org.convoke.groups.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.UUID;
import org.convoke.groups.Refusal;
import org.convoke.groups.Refused;
import org.junit.jupiter.api.Test;

class JoinRequestTest {

    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");

    private final JoinRequest request = new JoinRequest(UUID.randomUUID(), "ben", "please", NOW);

    @Test
    void aRequestIsDecidedOnce() {
        request.decide(RequestStatus.REJECTED, "ann", NOW.plusSeconds(1));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> request.decide(RequestStatus.APPROVED, "cleo", NOW.plusSeconds(2)))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(Refusal.NOT_PENDING))
                .satisfies(refused -> assertThat(refused.state()).contains("REJECTED"));
        assertThat(request.snapshot().decidedBy()).isEqualTo("ann");
        assertThat(request.decidedAt()).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void anOpenRequestHasNoDecider() {
        assertThat(request.is(RequestStatus.PENDING)).isTrue();
        assertThat(request.snapshot().decidedBy()).isNull();
        assertThat(request.isOf("ben")).isTrue();
        assertThat(request.isOf("ann")).isFalse();
    }
}
