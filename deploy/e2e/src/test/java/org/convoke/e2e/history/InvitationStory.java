package org.convoke.e2e.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.convoke.events.InvitationEvent;
import org.convoke.events.InvitationEvent.InvitationAccepted;
import org.convoke.events.InvitationEvent.InvitationCancelled;
import org.convoke.events.InvitationEvent.InvitationDeclined;
import org.convoke.events.InvitationEvent.InvitationExpired;
import org.convoke.events.InvitationEvent.InvitationResent;
import org.convoke.events.InvitationEvent.InvitationRevoked;
import org.convoke.events.InvitationEvent.InvitationSent;
import org.convoke.events.InvitationSnapshot;

/** What was told of one invitation: sent once, ended at most once, and nothing after that. */
final class InvitationStory {

    private final UUID id;
    private String status = "";
    private InvitationSnapshot last;

    InvitationStory(UUID id) {
        this.id = id;
    }

    void take(InvitationEvent event) {
        String before = switch (event) {
            case InvitationSent it -> "";
            case InvitationResent it -> "PENDING";
            case InvitationAccepted it -> "PENDING";
            case InvitationDeclined it -> "PENDING";
            case InvitationCancelled it -> "PENDING";
            case InvitationExpired it -> "PENDING";
            case InvitationRevoked it -> "PENDING";
        };
        assertThat(status).as("before %s", event).isEqualTo(before);
        last = event.invitation();
        status = last.status();
    }

    void mustEndAs(Truth truth, Map<UUID, GroupStory> groups) {
        String expected = last.reason() == null ? status : status + " " + last.reason();
        assertThat(truth.invitations().get(id)).as("invitation %s", id).isEqualTo(expected);
        if (status.equals("ACCEPTED")) {
            assertThat(groups.get(last.groupId()).wasEverIn(last.inviteeId()))
                    .as("accepted means a seat: %s", last)
                    .isTrue();
        }
    }
}
