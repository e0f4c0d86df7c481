package org.convoke.groups.erasure;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.convoke.groups.person.Erasures;
import org.convoke.groups.person.MeetPerson;
import org.jboss.logging.Logger;

/**
 * Forgets those who asked for it, in small steps, each a transaction that may be repeated: any instance goes on where
 * one was stopped.
 */
@ApplicationScoped
class CarryOutErasures {

    private static final Logger LOG = Logger.getLogger(CarryOutErasures.class);
    private static final int AT_A_TIME = 10;
    /** Long enough for each instance to see it once. */
    private static final Duration LATELY = Duration.ofMinutes(1);

    private final Erasures erasures;
    private final LeaveEverything leaveEverything;
    private final Traces traces;
    private final ForgetPerson forgetPerson;
    private final MeetPerson meetings;

    CarryOutErasures(
            Erasures erasures,
            LeaveEverything leaveEverything,
            Traces traces,
            ForgetPerson forgetPerson,
            MeetPerson meetings) {
        this.erasures = erasures;
        this.leaveEverything = leaveEverything;
        this.traces = traces;
        this.forgetPerson = forgetPerson;
        this.meetings = meetings;
    }

    @Scheduled(every = "${convoke.people.erase-every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void carryOut() {
        try {
            erasures.open(AT_A_TIME).forEach(this::carryOut);
            erasures.doneSince(Clock.systemUTC().instant().minus(LATELY)).forEach(meetings::forget);
        } catch (RuntimeException failure) {
            LOG.warnf("Nobody is forgotten at the moment: %s", failure);
        }
    }

    private void carryOut(String userId) {
        try {
            leaveEverything.leave(userId);
            traces.wipe(userId);
            forgetPerson.forget(userId);
        } catch (RuntimeException failure) {
            LOG.warnf("An erasure goes on later: %s", failure);
        }
    }
}
