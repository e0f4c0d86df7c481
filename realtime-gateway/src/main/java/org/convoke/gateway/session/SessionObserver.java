package org.convoke.gateway.session;

import org.convoke.gateway.delivery.Wakeup;

/** What comes and goes with the sessions of this pod hears of them here, on the hub thread. */
public interface SessionObserver {

    /** The client has been told that it is ready. */
    void opened(Session session);

    /** The connection is gone, whether it was opened or not. Comes once. */
    void closed(Session session);

    /** The person has come into a group or left one. */
    void regrouped(String userId);

    void hinted(Wakeup.Hint hint);

    /** Hints may be missing: look at everything again. */
    void check();
}
