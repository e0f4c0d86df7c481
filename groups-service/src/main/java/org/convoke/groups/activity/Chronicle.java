package org.convoke.groups.activity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import org.convoke.events.Activity;
import org.convoke.events.Fact;
import org.convoke.events.GroupEvent;
import org.convoke.groups.group.WhenTold;

/** Writes down every fact for the audit, and for the feed what has a place there. */
@ApplicationScoped
class Chronicle implements WhenTold {

    private final ActivityFeed feed;
    private final Audit audit;
    private final Cause cause;

    Chronicle(ActivityFeed feed, Audit audit, Cause cause) {
        this.feed = feed;
        this.audit = audit;
        this.cause = cause;
    }

    @Override
    public void told(Fact<GroupEvent> fact, Map<String, Object> details) {
        GroupEvent event = Objects.requireNonNull(fact.event());
        Activity.of(fact).ifPresent(activity -> feed.persist(new ActivityEntry(activity, fact.seq())));
        audit.persist(new AuditEntry(fact, event, details, cause.requestId()));
    }
}
