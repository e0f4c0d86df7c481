package org.convoke.e2e.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convoke.events.GroupEvent;
import org.convoke.events.GroupEvent.GroupArchived;
import org.convoke.events.GroupEvent.GroupCreated;
import org.convoke.events.GroupEvent.GroupDeleted;
import org.convoke.events.GroupEvent.GroupUnarchived;
import org.convoke.events.GroupEvent.GroupUpdated;
import org.convoke.events.GroupEvent.JoinRequestApproved;
import org.convoke.events.GroupEvent.JoinRequestRejected;
import org.convoke.events.GroupEvent.JoinRequestWithdrawn;
import org.convoke.events.GroupEvent.JoinRequested;
import org.convoke.events.GroupEvent.MemberBanned;
import org.convoke.events.GroupEvent.MemberJoined;
import org.convoke.events.GroupEvent.MemberLeft;
import org.convoke.events.GroupEvent.MemberMuted;
import org.convoke.events.GroupEvent.MemberRemoved;
import org.convoke.events.GroupEvent.MemberRoleChanged;
import org.convoke.events.GroupEvent.MemberUnbanned;
import org.convoke.events.GroupEvent.OwnershipTransferred;

/** What was told of one group. After each event: members as counted, no more than seats, and one of them an owner. */
final class GroupStory {

    private final UUID id;
    private final Map<String, String> roles = new HashMap<>();
    private final Set<String> ever = new HashSet<>();
    private final Set<String> banned = new HashSet<>();
    private final Set<UUID> requests = new HashSet<>();
    private int capacity;
    private boolean archived;
    private boolean deleted;

    GroupStory(UUID id) {
        this.id = id;
    }

    void take(GroupEvent event) {
        assertThat(deleted).as("deleted before %s", event).isFalse();
        switch (event) {
            case GroupCreated created -> {
                capacity = created.group().capacity();
                join(created.group().createdBy(), "OWNER", created.group().memberCount(), event);
            }
            case GroupUpdated updated -> capacity = updated.group().capacity();
            case GroupArchived it -> archived = true;
            case GroupUnarchived it -> archived = false;
            case GroupDeleted it -> deleted = true;
            case MemberJoined joined -> join(joined.userId(), joined.role(), joined.memberCount(), event);
            case MemberLeft left -> part(left.userId(), left.memberCount(), event);
            case MemberRemoved removed -> part(removed.userId(), removed.memberCount(), event);
            case MemberBanned ban -> {
                assertThat(roles).as("%s", event).doesNotContainKey(ban.userId());
                banned.add(ban.userId());
            }
            case MemberUnbanned unbanned -> banned.remove(unbanned.userId());
            case MemberRoleChanged changed ->
                assertThat(roles.put(changed.userId(), changed.role()))
                        .as("%s", event)
                        .isEqualTo(changed.previousRole());
            case MemberMuted muted -> assertThat(roles).as("%s", event).containsKey(muted.userId());
            case OwnershipTransferred transferred -> {
                assertThat(roles.put(transferred.userId(), "OWNER"))
                        .as("%s", event)
                        .isNotNull();
                assertThat(roles.put(transferred.previousOwner(), "ADMIN"))
                        .as("%s", event)
                        .isEqualTo("OWNER");
            }
            case JoinRequested asked ->
                assertThat(requests.add(asked.joinRequest().id()))
                        .as("%s", event)
                        .isTrue();
            case JoinRequestApproved approved -> {
                assertThat(roles)
                        .as("%s", event)
                        .containsKey(approved.joinRequest().userId());
                decide(approved);
            }
            case JoinRequestRejected rejected -> decide(rejected);
            case JoinRequestWithdrawn withdrawn -> decide(withdrawn);
        }
        assertThat(roles.isEmpty() || roles.containsValue("OWNER"))
                .as("an owner after %s", event)
                .isTrue();
    }

    private void join(String userId, String role, int memberCount, GroupEvent event) {
        assertThat(archived).as("archived before %s", event).isFalse();
        assertThat(banned).as("banned before %s", event).doesNotContain(userId);
        assertThat(roles.put(userId, role)).as("a member before %s", event).isNull();
        ever.add(userId);
        assertThat(memberCount).as("%s", event).isEqualTo(roles.size()).isLessThanOrEqualTo(capacity);
    }

    private void part(String userId, int memberCount, GroupEvent event) {
        assertThat(roles.remove(userId)).as("a member before %s", event).isNotNull();
        assertThat(memberCount).as("%s", event).isEqualTo(roles.size());
    }

    private void decide(GroupEvent.OfRequest decision) {
        assertThat(requests.remove(decision.joinRequest().id()))
                .as("open before %s", decision)
                .isTrue();
    }

    boolean wasEverIn(String userId) {
        return ever.contains(userId);
    }

    void mustEndAs(Truth truth) {
        if (!deleted) {
            assertThat(truth.members().get(id)).as("members of %s", id).isEqualTo(roles);
            assertThat(truth.memberCounts().get(id)).as("members of %s", id).isEqualTo(roles.size());
            assertThat(truth.openRequests().getOrDefault(id, 0))
                    .as("requests of %s", id)
                    .isEqualTo(requests.size());
        }
    }
}
