package org.convoke.groups.membership.api;

import java.util.List;
import org.convoke.events.GroupPreview;
import org.convoke.groups.group.Role;
import org.convoke.groups.membership.CheckInvitation.Checked;
import org.convoke.groups.membership.CheckInvitation.Invitee;
import org.jspecify.annotations.Nullable;

/** Whether she may, what they would be invited to, and what stands in the way of each. */
public record CheckAnswer(boolean mayInvite, @Nullable Role inviterRole, GroupPreview group, List<Invitee> invitees) {

    static CheckAnswer of(Checked checked) {
        return new CheckAnswer(
                checked.mayInvite(),
                checked.inviterRole(),
                Previews.of(checked.group().snapshot()),
                checked.invitees());
    }
}
