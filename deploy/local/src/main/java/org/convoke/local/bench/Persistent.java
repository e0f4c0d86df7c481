package org.convoke.local.bench;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.convoke.local.demo.Unexpected;

/** Asks again after a refusal, as a client does; the answer has then taken so much longer. */
public final class Persistent implements Load.Question {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int MOST = 200;

    private final Load.Question question;
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile String last = "";

    public Persistent(Load.Question question) {
        this.question = question;
    }

    /** @throws Unexpected when too many were refused for a measurement to mean anything */
    @Override
    public boolean ask(int client) {
        while (true) {
            try {
                return question.ask(client);
            } catch (Unexpected refusal) {
                last = refusal.getMessage();
                if (refusals.incrementAndGet() > MOST) {
                    throw refusal;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    int refusals() {
        return refusals.get();
    }

    String last() {
        return last;
    }
}
