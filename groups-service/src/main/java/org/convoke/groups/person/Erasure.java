package org.convoke.groups.person;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.convoke.events.PersonEvent.PersonErased;
import org.jspecify.annotations.Nullable;

/** Somebody asked to be forgotten; whoever changes it holds the lock of her row, as long as there is one. */
@Entity
@Table(name = "erasures")
public class Erasure {

    @Id
    private String userId;

    private Instant askedAt;
    private @Nullable Instant doneAt;
    private long seq;

    protected Erasure() {}

    public Erasure(String userId, Instant now) {
        this.userId = userId;
        this.askedAt = now;
    }

    /** She came back after the last time and asks again; nothing changes while it is under way. */
    public void askAgain(Instant now) {
        if (!isOpen()) {
            askedAt = now;
            doneAt = null;
        }
    }

    /** Takes the next number of what is told about her. */
    public PersonErased done(Instant now) {
        doneAt = now;
        seq++;
        return new PersonErased(userId);
    }

    public boolean isOpen() {
        return doneAt == null;
    }

    /** What was so before she was forgotten must not come back with somebody who tells it late. */
    boolean covers(Instant toldAt) {
        return doneAt == null || doneAt.isAfter(toldAt);
    }

    public long seq() {
        return seq;
    }
}
