package org.convoke.gateway.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ActivityTest {

    private final Activity activity = new Activity();

    @Test
    void idleIsOverWithTheNextThingThatSheDoes() {
        assertThat(activity.fallsIdle(Duration.ofHours(1))).isFalse();
        assertThat(activity.fallsIdle(Duration.ZERO)).isTrue();
        assertThat(activity.fallsIdle(Duration.ZERO)).isFalse();
        assertThat(activity.isAway()).isTrue();
        assertThat(activity.noticed()).isTrue();
        assertThat(activity.isAway()).isFalse();
    }

    @Test
    void whatTheClientSaysCountsUntilItSaysOtherwise() {
        assertThat(activity.says(true)).isTrue();
        assertThat(activity.fallsIdle(Duration.ZERO)).isFalse();
        assertThat(activity.noticed()).isFalse();
        assertThat(activity.isAway()).isTrue();
        assertThat(activity.says(false)).isTrue();
        assertThat(activity.isAway()).isFalse();
    }
}
