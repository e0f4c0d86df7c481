package org.convoke.gateway.presence;

import java.time.Duration;

/** Whether somebody is at her device, by what it says and by what it does. */
final class Activity {

    private long lastNanos = System.nanoTime();
    private boolean idle;
    private boolean saidAway;

    boolean isAway() {
        return idle || saidAway;
    }

    /** @return whether that is a change */
    boolean noticed() {
        lastNanos = System.nanoTime();
        boolean back = idle;
        idle = false;
        return back && !saidAway;
    }

    /** @return whether that is a change */
    boolean says(boolean away) {
        boolean before = isAway();
        saidAway = away;
        return before != isAway();
    }

    /** @return whether that is a change */
    boolean fallsIdle(Duration after) {
        boolean falls = !idle && System.nanoTime() - lastNanos >= after.toNanos();
        idle |= falls;
        return falls && !saidAway;
    }
}
