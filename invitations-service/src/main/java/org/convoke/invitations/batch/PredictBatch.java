package org.convoke.invitations.batch;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.convoke.invitations.Refused;
import org.convoke.invitations.group.InvitationCheck;
import org.convoke.invitations.invitation.InvitePeople;

/** Says what would become of a batch if it were worked at this moment, and changes nothing. */
@ApplicationScoped
public class PredictBatch {

    private final AskForBatch ask;
    private final FileBatch fileBatch;
    private final InvitePeople invitePeople;

    PredictBatch(AskForBatch ask, FileBatch fileBatch, InvitePeople invitePeople) {
        this.ask = ask;
        this.fileBatch = fileBatch;
        this.invitePeople = invitePeople;
    }

    /** What would become of all. */
    public record Prediction(int total, @JsonUnwrapped Tally tally, List<Predicted> items) {}

    /** What would become of one. */
    public record Predicted(String inviteeId, Outcome outcome) {}

    /** @throws Refused as {@link FileBatch#requirePermission} and {@link FileBatch#file} */
    public Prediction predict(String inviterId, Wanted wanted) {
        InvitationCheck check = ask.permitted(inviterId, wanted);
        fileBatch.requireRoom(inviterId, wanted.inviteeIds().size());
        List<Predicted> items = invitePeople.predict(wanted.order(inviterId), check).stream()
                .map(result -> new Predicted(result.inviteeId(), Outcome.of(result.verdict())))
                .toList();
        return new Prediction(items.size(), Tally.of(items.stream().map(Predicted::outcome)), items);
    }
}
