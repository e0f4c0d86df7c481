package org.convoke.invitations.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.convoke.invitations.batch.BatchState;
import org.convoke.invitations.group.Role;
import org.convoke.invitations.invitation.InvitationStatus;
import org.convoke.invitations.invitation.Reason;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Says which words there are where a snapshot, which others read too, has a text. Before the rest of the description is
 * completed.
 */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = 3)
public class SnapshotsInOpenApi implements OASFilter {

    /** The last two are words of groups-service. */
    private static final Map<String, List<Object>> WORDS = Map.of(
            "InvitationSnapshot.status", words(InvitationStatus.values()),
            "InvitationSnapshot.reason", words(Reason.values()),
            "BatchReport.state", words(BatchState.values()),
            "Member.role", words(Role.values()),
            "JoinRequestSnapshot.status", List.of("PENDING", "APPROVED", "REJECTED", "WITHDRAWN"),
            "GroupPreview.visibility", List.of("PUBLIC", "PRIVATE", "HIDDEN"));

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        WORDS.forEach((field, words) -> {
            String[] names = field.split("\\.");
            schemas.get(names[0]).getProperties().get(names[1]).setEnumeration(words);
        });
    }

    private static List<Object> words(Enum<?>[] values) {
        return Stream.of(values).<Object>map(Enum::name).toList();
    }
}
