package org.convoke.groups.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convoke.groups.Refused;
import org.convoke.groups.group.Group;
import org.convoke.groups.group.Groups;
import org.convoke.groups.group.Members;
import org.convoke.groups.group.Role;
import org.convoke.groups.group.SeenGroup;
import org.jspecify.annotations.Nullable;

/** Whether somebody may invite others, as things stand. */
@ApplicationScoped
public class CheckInvitation {

    /**
     * The answer.
     *
     * @param inviterRole null for an inviter who is no member
     * @param invitees in the order asked
     */
    public record Checked(
            Group group, boolean mayInvite, @Nullable Role inviterRole, List<Invitee> invitees) {}

    /**
     * One of those asked about.
     *
     * @param sharesGroup she and the inviter are both members of some group, whichever
     */
    public record Invitee(String userId, Standing standing, boolean sharesGroup) {}

    private final Groups groups;
    private final Members members;
    private final Standings standings;

    public CheckInvitation(Groups groups, Members members, Standings standings) {
        this.groups = groups;
        this.members = members;
        this.standings = standings;
    }

    /** @throws Refused NOT_FOUND where the inviter may not see the group, or ARCHIVED */
    @Transactional
    public Checked check(UUID groupId, String inviter, Collection<String> invitees) {
        SeenGroup seen = groups.seenBy(inviter, groupId);
        seen.group().mustNotBeArchived();
        Map<String, Standing> known = standings.of(groupId, invitees);
        Set<String> acquainted = members.sharingAGroup(inviter, invitees);
        List<Invitee> answers = invitees.stream()
                .distinct()
                .map(invitee -> new Invitee(invitee, known.get(invitee), acquainted.contains(invitee)))
                .toList();
        return new Checked(seen.group(), seen.group().mayInvite(seen.role()), seen.role(), answers);
    }
}
