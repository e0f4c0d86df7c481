package org.convoke.invitations.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.convoke.invitations.consent.Recipients;
import org.convoke.invitations.group.Groups;
import org.convoke.invitations.group.InvitationCheck;
import org.convoke.invitations.quota.Quotas;

/** The locks under which people are invited, and what groups-service says of them that still holds under these. */
@ApplicationScoped
class Gate {

    private final Quotas quotas;
    private final Recipients recipients;
    private final RecentChanges changes;
    private final Groups groups;

    Gate(Quotas quotas, Recipients recipients, RecentChanges changes, Groups groups) {
        this.quotas = quotas;
        this.recipients = recipients;
        this.changes = changes;
        this.groups = groups;
    }

    /**
     * Until the transaction's end nobody else invites to that group, nobody of them changes her consent, and nothing new
     * is heard of the group.
     *
     * @param open whom it concerns
     * @return the check, or a newer one when something was heard meanwhile: rare enough to ask with the locks held
     */
    InvitationCheck enter(Order order, List<String> open, InvitationCheck check) {
        if (open.isEmpty()) {
            return check;
        }
        quotas.lock(order.inviterId(), order.groupId());
        recipients.lock(open);
        return changes.concern(order.groupId(), open)
                ? groups.check(order.groupId(), order.inviterId(), order.inviteeIds())
                : check;
    }
}
