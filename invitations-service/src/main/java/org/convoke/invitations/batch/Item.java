package org.convoke.invitations.batch;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One recipient of a batch.
 *
 * @param position 1, 2, 3, … as filed
 * @param outcome null while she has none
 * @param invitationId the one that was sent to her or that was pending
 */
@Schema(name = "BatchItem")
public record Item(
        @JsonIgnore int position,
        String inviteeId,
        @Nullable Outcome outcome,
        @Nullable UUID invitationId) {

    Item settled(Outcome found, @Nullable UUID invitation) {
        return new Item(position, inviteeId, found, invitation);
    }
}
