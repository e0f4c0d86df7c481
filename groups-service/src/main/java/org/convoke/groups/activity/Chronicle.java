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
    private final CurrentRequest request;

    Chronicle(ActivityFeed feed, Audit audit, CurrentRequest request) {
        this.feed = feed;
        this.audit = audit;
        this.request = request;
    }

    @Override
    public void told(Fact<GroupEvent> fact, Map<String, Object> details) {
        GroupEvent event = Objects.requireNonNull(fact.event());
        Activity.of(fact).ifPresent(activity -> feed.persist(new ActivityEntry(activity, fact.seq())));
        audit.persist(new AuditEntry(fact, event, details, request.id()));
    }
}
