package org.convoke.groups.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.convoke.groups.Refused;
import org.convoke.groups.group.Groups;
import org.convoke.groups.group.Role;

/** Decides who may tell what she is doing in a group right now: its members. */
@ApplicationScoped
public class TellLive {

    private final Groups groups;

    TellLive(Groups groups) {
        this.groups = groups;
    }

    /** @throws Refused NOT_FOUND or FORBIDDEN */
    @Transactional
    public void mayTell(String caller, UUID groupId) {
        groups.seenBy(caller, groupId).mustBeAtLeast(Role.MEMBER);
    }
}
