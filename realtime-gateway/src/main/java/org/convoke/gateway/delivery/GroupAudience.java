package org.convoke.gateway.delivery;

import static org.convoke.gateway.stream.StreamName.PUBLIC;
import static org.convoke.gateway.stream.StreamName.group;
import static org.convoke.gateway.stream.StreamName.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.convoke.events.Activity;
import org.convoke.events.Fact;
import org.convoke.events.GroupEvent;
import org.convoke.events.GroupEvent.GroupArchived;
import org.convoke.events.GroupEvent.GroupCreated;
import org.convoke.events.GroupEvent.GroupDeleted;
import org.convoke.events.GroupEvent.GroupUnarchived;
import org.convoke.events.GroupEvent.GroupUpdated;
import org.convoke.events.GroupEvent.Named;
import org.convoke.events.GroupEvent.OfMember;
import org.convoke.events.GroupEvent.OfRequest;
import org.convoke.events.GroupSnapshot;
import org.convoke.gateway.delivery.ShardOperation.Append;
import org.convoke.gateway.delivery.ShardOperation.Closing;
import org.convoke.gateway.delivery.ShardOperation.Guard;
import org.convoke.gateway.delivery.ShardOperation.Listing;
import org.convoke.gateway.delivery.ShardOperation.Seat;
import org.convoke.gateway.delivery.ShardOperation.Showing;
import org.convoke.gateway.stream.ClientEvent;

/** Who hears of a group: its members, and of a public one everybody. */
@ApplicationScoped
class GroupAudience {

    private static final String OWNER = "OWNER";
    private static final String PUBLIC_GROUP = "PUBLIC";

    private final Entries entries;
    private final Payloads payloads;
    private final MemberAudience members;
    private final RequestAudience requests;

    GroupAudience(Entries entries, Payloads payloads, MemberAudience members, RequestAudience requests) {
        this.entries = entries;
        this.payloads = payloads;
        this.members = members;
        this.requests = requests;
    }

    List<ShardOperation> of(Fact<?> fact, GroupEvent event) {
        List<ShardOperation> operations = new ArrayList<>();
        operations.add(new Guard(event.groupId(), fact.seq()));
        operations.addAll(
                switch (event) {
                    case GroupCreated created -> created(fact, created.group());
                    case GroupUpdated updated -> updated(fact, updated);
                    case GroupArchived archived -> List.of(archived(fact, archived, archived.actorId(), true));
                    case GroupUnarchived back -> List.of(archived(fact, back, back.actorId(), false));
                    case GroupDeleted deleted -> deleted(fact, deleted);
                    case OfMember ofMember -> members.of(fact, ofMember);
                    case OfRequest ofRequest -> requests.of(fact, ofRequest);
                });
        // Behind the change itself: who joins by it hears it, who leaves does not.
        Activity.of(fact).map(activity -> activity(fact, activity)).ifPresent(operations::add);
        return operations;
    }

    private List<ShardOperation> created(Fact<?> fact, GroupSnapshot group) {
        String owner = group.createdBy();
        List<ShardOperation> operations = new ArrayList<>();
        operations.add(new Seat(group.id(), owner, OWNER, fact.seq(), false));
        operations.add(new Listing(owner, group.id(), OWNER, fact.seq()));
        operations.add(entries.event(fact, inbox(owner), "group:created", payloads.group(group, OWNER)));
        if (isPublic(group)) {
            operations.add(entries.event(fact, PUBLIC, "notification:group_created", payloads.group(group, null)));
        }
        return operations;
    }

    private List<ShardOperation> updated(Fact<?> fact, GroupUpdated updated) {
        GroupSnapshot group = updated.group();
        Append told = entries.event(fact, group(group.id()), "group:updated", payloads.updated(updated));
        return updated.changed().contains("visibility")
                ? List.of(told, new Showing(group.id(), isPublic(group)))
                : List.of(told);
    }

    private Append archived(Fact<?> fact, Named event, String actorId, boolean archived) {
        return entries.event(
                fact,
                group(event.groupId()),
                "group:updated",
                payloads.ofGroup(event, actorId).put("archived", archived));
    }

    /** Whoever is a member now hears the goodbye, and nothing comes behind it. */
    private List<ShardOperation> deleted(Fact<?> fact, GroupDeleted deleted) {
        Append goodbye = entries.event(
                fact,
                group(deleted.groupId()),
                ClientEvent.GROUP_DELETED,
                payloads.ofGroup(deleted, deleted.actorId()));
        return List.of(goodbye, new Closing(deleted.groupId()), new Showing(deleted.groupId(), false));
    }

    private Append activity(Fact<?> fact, Activity activity) {
        return entries.event(fact, group(activity.groupId()), "group:activity", payloads.activity(activity));
    }

    private static boolean isPublic(GroupSnapshot group) {
        return group.visibility().equals(PUBLIC_GROUP);
    }
}
