package org.convoke.gateway.delivery;

import static org.convoke.gateway.stream.StreamName.PUBLIC;
import static org.convoke.gateway.stream.StreamName.group;
import static org.convoke.gateway.stream.StreamName.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convoke.events.DomainEvent;
import org.convoke.events.Fact;
import org.convoke.events.GroupEvent;
import org.convoke.events.GroupEvent.GroupCreated;
import org.convoke.events.GroupEvent.MemberJoined;
import org.convoke.events.GroupEvent.MemberLeft;
import org.convoke.events.GroupSnapshot;
import org.convoke.events.InvitationEvent;
import org.convoke.events.InvitationEvent.InvitationAccepted;
import org.convoke.events.InvitationEvent.InvitationCancelled;
import org.convoke.events.InvitationEvent.InvitationDeclined;
import org.convoke.events.InvitationEvent.InvitationExpired;
import org.convoke.events.InvitationEvent.InvitationSent;
import org.convoke.events.InvitationSnapshot;
import org.convoke.events.MembershipState;
import org.convoke.gateway.delivery.ShardOperation.Append;
import org.convoke.gateway.delivery.ShardOperation.Guard;
import org.convoke.gateway.delivery.ShardOperation.Listing;
import org.convoke.gateway.delivery.ShardOperation.Seat;
import org.convoke.gateway.stream.ClientEvent;
import org.convoke.gateway.stream.StreamName;

/** Who hears of what, and under which name: the one place that decides it. */
@ApplicationScoped
class Audience {

    private static final String NOBODY = "";
    private static final String NO_ROLE = "";
    private static final String OWNER = "OWNER";
    private static final String PUBLIC_GROUP = "PUBLIC";

    private final Payloads payloads;

    Audience(Payloads payloads) {
        this.payloads = payloads;
    }

    /** What the fact means, in the order in which it is to be carried out in each shard. */
    List<ShardOperation> of(Fact<?> fact) {
        DomainEvent event = fact.event();
        return switch (event) {
            case null -> gone(fact);
            case GroupEvent groupEvent -> ofGroup(fact, groupEvent);
            case InvitationEvent invitationEvent -> ofInvitation(fact, invitationEvent);
            case MembershipState state -> seated(state.groupId(), state.userId(), state.role(), fact.seq(), true);
        };
    }

    private List<ShardOperation> ofGroup(Fact<?> fact, GroupEvent event) {
        List<ShardOperation> operations = new ArrayList<>();
        operations.add(new Guard(event.groupId(), fact.seq()));
        operations.addAll(
                switch (event) {
                    case GroupCreated created -> created(fact, created.group());
                    case MemberJoined joined -> joined(fact, joined);
                    case MemberLeft left -> left(fact, left);
                });
        return operations;
    }

    private List<ShardOperation> created(Fact<?> fact, GroupSnapshot group) {
        String owner = group.createdBy();
        List<ShardOperation> operations = new ArrayList<>(seated(group.id(), owner, OWNER, fact.seq(), false));
        operations.add(tell(inbox(owner), "group:created", fact, payloads.group(group, OWNER), false));
        if (group.visibility().equals(PUBLIC_GROUP)) {
            operations.add(tell(PUBLIC, "notification:group_created", fact, payloads.group(group, null), false));
        }
        return operations;
    }

    private List<ShardOperation> joined(Fact<?> fact, MemberJoined joined) {
        List<ShardOperation> operations =
                new ArrayList<>(seated(joined.groupId(), joined.userId(), joined.role(), fact.seq(), false));
        operations.add(tell(group(joined.groupId()), "group:member_joined", fact, payloads.joined(joined), false));
        return operations;
    }

    private List<ShardOperation> left(Fact<?> fact, MemberLeft left) {
        List<ShardOperation> operations =
                new ArrayList<>(seated(left.groupId(), left.userId(), NO_ROLE, fact.seq(), false));
        ClientEvent event =
                payloads.event("group:member_left", group(left.groupId()), fact, payloads.left(left), left.userId());
        operations.add(new Append(group(left.groupId()), event, false));
        return operations;
    }

    private List<ShardOperation> ofInvitation(Fact<?> fact, InvitationEvent event) {
        InvitationSnapshot invitation = event.invitation();
        StreamName inviter = inbox(invitation.inviterId());
        StreamName invitee = inbox(invitation.inviteeId());
        return switch (event) {
            case InvitationSent sent ->
                List.of(
                        tellOf(invitation, inviter, "invitation:sent", fact, false),
                        tellOf(invitation, invitee, "invitation:received", fact, true));
            case InvitationAccepted accepted ->
                List.of(tellOf(invitation, inviter, "invitation:responded", fact, true));
            case InvitationDeclined declined ->
                List.of(tellOf(invitation, inviter, "invitation:responded", fact, true));
            case InvitationCancelled cancelled ->
                cancelled.actorId().equals(invitation.inviterId())
                        ? List.of(tellOf(invitation, invitee, "invitation:cancelled", fact, true))
                        : cancelledForBoth(invitation, fact);
            case InvitationExpired expired -> cancelledForBoth(invitation, fact);
        };
    }

    private List<ShardOperation> cancelledForBoth(InvitationSnapshot invitation, Fact<?> fact) {
        return List.of(
                tellOf(invitation, inbox(invitation.inviteeId()), "invitation:cancelled", fact, true),
                tellOf(invitation, inbox(invitation.inviterId()), "invitation:cancelled", fact, true));
    }

    private static List<ShardOperation> seated(UUID groupId, String userId, String role, long seq, boolean rebuilt) {
        return List.of(new Seat(groupId, userId, role, seq, rebuilt), new Listing(userId, groupId, role, seq));
    }

    /** A tombstone of the memberships topic: its key says who left what. */
    private static List<ShardOperation> gone(Fact<?> fact) {
        UUID groupId = MembershipState.groupOf(fact.subject());
        return seated(groupId, MembershipState.userOf(fact.subject()), NO_ROLE, fact.seq(), true);
    }

    private Append tellOf(
            InvitationSnapshot invitation, StreamName stream, String name, Fact<?> fact, boolean notifies) {
        return tell(stream, name, fact, payloads.invitation(invitation), notifies);
    }

    private Append tell(StreamName stream, String name, Fact<?> fact, Payloads.Body body, boolean notifies) {
        return new Append(stream, payloads.event(name, stream, fact, body, NOBODY), notifies);
    }
}
