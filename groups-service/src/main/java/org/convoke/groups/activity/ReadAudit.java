package org.convoke.groups.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.convoke.groups.Refused;
import org.convoke.groups.group.Groups;
import org.convoke.groups.group.Role;

/** Shows admins who did what in their group. */
@ApplicationScoped
public class ReadAudit {

    private final Groups groups;
    private final Audit audit;

    public ReadAudit(Groups groups, Audit audit) {
        this.groups = groups;
        this.audit = audit;
    }

    /** @throws Refused NOT_FOUND or FORBIDDEN */
    @Transactional
    public List<AuditEntry> read(String caller, Audit.Wanted wanted) {
        groups.seenBy(caller, wanted.groupId()).mustBeAtLeast(Role.ADMIN);
        return audit.list(wanted);
    }
}
