package org.convoke.groups.group;

import java.util.Map;
import org.convoke.events.Fact;
import org.convoke.events.GroupEvent;

/** What else is written down, in the same transaction, when something has happened in a group. */
public interface WhenTold {

    /** @param details what admins may read of it besides what the event tells everyone, such as old values */
    void told(Fact<GroupEvent> fact, Map<String, Object> details);
}
