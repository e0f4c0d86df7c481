package org.convoke.groups.group;

import java.time.Instant;

/** What else ends, in the same transaction, when somebody is banned from a group. */
public interface WhenBanned {

    /**
     * After she was removed and the ban was told.
     *
     * @param group whose row is locked
     */
    void banned(Group group, String userId, String actorId, Instant now);
}
