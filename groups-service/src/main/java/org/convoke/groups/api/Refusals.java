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
            case FORBIDDEN -> Problem.forbidden().response();
            case OUTRANKED -> refusal(403, "outranked", "Nobody acts on an equal or higher role.");
            case BANNED -> refusal(403, "banned", "A ban keeps this person out of this group.");
            case INVITE_ONLY -> refusal(403, "invite-only", "This group is entered by invitation only.");
            case GROUP_FULL -> refusal(409, "group-full", "Every seat of this group is taken.");
            case SEATS_TAKEN ->
                Problem.invalid("capacity", "must not be below the number of members")
                        .response();
            case ARCHIVED -> refusal(409, "archived", "This group is archived and takes no changes.");
            case NOT_A_MEMBER -> refusal(409, "not-a-member", "This person is no member of this group.");
            case ALREADY_A_MEMBER -> refusal(409, "already-a-member", "This person is a member of this group already.");
            case NOT_PENDING ->
                Problem.of(409, "not-pending", "This request has been decided already.")
                        .with("requestStatus", refused.state().orElseThrow())
                        .response();
            case STALE -> refusal(412, "precondition-failed", "This has changed since you read it.");
            case LAST_OWNER -> refusal(409, "last-owner", "A group keeps at least one owner.");
            case GROUP_QUOTA ->
                Problem.of(429, "group-quota", "You own as many groups as one person may.")
                        .response(QUOTA_RETRY);
            case JOINED_QUOTA ->
                Problem.of(429, "group-quota", "This person is in as many groups as one person may.")
                        .response(QUOTA_RETRY);
            case OPEN_GROUP -> refusal(409, "open-group", "This group is open: join it instead of asking.");
            case LATE -> refusal(409, "late", "The deadline for taking this seat has passed.");
        };
    }

    private static Response refusal(int status, String code, String detail) {
        return Problem.of(status, code, detail).response();
    }
}
