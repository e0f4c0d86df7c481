package org.convoke.groups.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.convoke.groups.Refusal;
import org.convoke.groups.Refused;
import org.convoke.groups.group.Group;
import org.convoke.groups.group.Groups;
import org.convoke.groups.group.Member;
import org.convoke.groups.group.Members;
import org.convoke.groups.group.Role;
import org.jspecify.annotations.Nullable;

/** A group and how somebody stands in it, for a service that decides itself who may know. */
@ApplicationScoped
public class LookAtMember {

    /**
     * The answer.
     *
     * @param role null for who is no member
     */
    public record Looked(Group group, @Nullable Role role, Standing standing) {}

    private final Groups groups;
    private final Members members;
    private final Standings standings;

    public LookAtMember(Groups groups, Members members, Standings standings) {
        this.groups = groups;
        this.members = members;
        this.standings = standings;
    }

    /** @throws Refused NOT_FOUND when there is no such group */
    @Transactional
    public Looked look(UUID groupId, String userId) {
        Group group = groups.findByIdOptional(groupId).orElseThrow(() -> new Refused(Refusal.NOT_FOUND));
        Role role = members.of(groupId, userId).map(Member::role).orElse(null);
        return new Looked(group, role, standings.of(groupId, List.of(userId)).get(userId));
    }
}
