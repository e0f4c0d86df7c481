package org.convoke.groups.membership.api;

import java.util.List;
import org.convoke.events.GroupPreview;
import org.convoke.events.GroupSnapshot;
import org.convoke.groups.membership.CheckInvitation.Checked;
import org.convoke.groups.membership.Standing;

/** Whether she may, what they would be invited to, and what stands in the way of each. */
public record CheckAnswer(boolean mayInvite, GroupPreview group, List<Invitee> invitees) {

    /** One of those asked about. */
    public record Invitee(String userId, Standing standing) {}

    static CheckAnswer of(Checked checked) {
        GroupSnapshot group = checked.group().snapshot();
        return new CheckAnswer(
                checked.mayInvite(),
                new GroupPreview(group.id(), group.name(), group.visibility(), group.memberCount()),
                checked.standings().entrySet().stream()
                        .map(each -> new Invitee(each.getKey(), each.getValue()))
                        .toList());
    }
}
