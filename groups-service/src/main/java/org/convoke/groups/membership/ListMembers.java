package org.convoke.groups.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.convoke.groups.Refused;
import org.convoke.groups.group.Groups;
import org.convoke.groups.group.Member;
import org.convoke.groups.group.Members;

/** Shows who is in a group to those who may know. */
@ApplicationScoped
public class ListMembers {

    private final Groups groups;
    private final Members members;

    public ListMembers(Groups groups, Members members) {
        this.groups = groups;
        this.members = members;
    }

    /** @throws Refused NOT_FOUND */
    @Transactional
    public List<Member> list(String caller, Members.Wanted wanted) {
        groups.seenBy(caller, wanted.groupId()).mustBeOpen();
        return members.list(wanted);
    }
}
