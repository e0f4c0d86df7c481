package org.convoke.groups.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import org.convoke.doors.Problem;
import org.convoke.groups.Refused;

/** Tells the caller which rule said no. */
@Provider
public class Refusals implements ExceptionMapper<Refused> {

    private static final Duration QUOTA_RETRY = Duration.ofHours(1);

    @Override
    public Response toResponse(Refused refused) {
        return switch (refused.refusal()) {
            case NOT_FOUND -> Problem.notFound().response();
            case UNKNOWN_PERSON -> refusal(404, "unknown-person", "Nobody of that id is known here.");
            case INVITE_ONLY -> refusal(403, "invite-only", "This group is entered by invitation only.");
            case GROUP_FULL -> refusal(409, "group-full", "Every seat of this group is taken.");
            case ARCHIVED -> refusal(409, "archived", "This group is archived and takes no changes.");
            case LAST_OWNER -> refusal(409, "last-owner", "The last owner of a group cannot leave it.");
            case GROUP_QUOTA ->
                Problem.of(429, "group-quota", "You own as many groups as one person may.")
                        .response(QUOTA_RETRY);
            case LATE -> refusal(409, "late", "The deadline for taking this seat has passed.");
        };
    }

    private static Response refusal(int status, String code, String detail) {
        return Problem.of(status, code, detail).response();
    }
}
