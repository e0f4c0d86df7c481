package org.convoke.groups.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.convoke.groups.Refusal;
import org.convoke.groups.Refused;
import org.convoke.groups.group.Groups;
import org.convoke.groups.group.Member;
import org.convoke.groups.group.Members;

/** Shows one member of a group to those who may know who is in. */
@ApplicationScoped
public class FindMember {

    private final Groups groups;
    private final Members members;

    public FindMember(Groups groups, Members members) {
        this.groups = groups;
        this.members = members;
    }

    /** @throws Refused NOT_FOUND */
    @Transactional
    public Member find(UUID groupId, String caller, String memberId) {
        groups.seenBy(caller, groupId).mustBeOpen();
        return members.of(groupId, memberId).orElseThrow(() -> new Refused(Refusal.NOT_FOUND));
    }
}
