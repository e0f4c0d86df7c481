package org.convoke.invitations.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import org.convoke.doors.Problem;
import org.convoke.invitations.Refusal;
import org.convoke.invitations.Refused;

/** Every refusal as the problem that the contract names. */
@Provider
public class Refusals implements ExceptionMapper<Refused> {

    @Override
    public Response toResponse(Refused refused) {
        Problem problem = problem(refused.refusal());
        for (Map.Entry<String, Object> member : refused.members().entrySet()) {
            problem = problem.with(member.getKey(), member.getValue());
        }
        return refused.retryAfter().map(problem::response).orElseGet(problem::response);
    }

    private static Problem problem(Refusal refusal) {
        return switch (refusal) {
            case NOT_FOUND -> Problem.notFound();
            case UNKNOWN_PERSON -> Problem.of(404, "unknown-person", "Nobody here has that id.");
            case MAY_NOT_INVITE -> Problem.of(403, "may-not-invite", "You may not invite people to this group.");
            case INVITES_BLOCKED ->
                Problem.of(403, "invites-blocked", "That person does not want to be invited by you or to this group.");
            case INVITER_QUOTA ->
                Problem.of(429, "inviter-quota", "You have invited as many people as you may for now.");
            case GROUP_INVITATION_QUOTA ->
                Problem.of(429, "group-quota", "As many people have been invited to the group as may be for now.");
            case COOLDOWN -> Problem.of(429, "cooldown", "That person is left in peace by the group for now.");
            case ALREADY_A_MEMBER -> Problem.of(409, "already-a-member", "That person is a member of the group.");
            case ARCHIVED -> Problem.of(409, "archived", "The group is archived.");
            case GROUP_FULL -> Problem.of(409, "group-full", "The group has no free seat; nothing has changed.");
            case BANNED -> Problem.of(403, "banned", "You are banned from the group.");
            case INVITEE_BANNED -> Problem.of(409, "banned", "That person is banned from the group.");
            case GROUP_QUOTA -> Problem.of(429, "group-quota", "You are in as many groups as one person may be.");
            case NOT_THE_INVITEE -> Problem.of(403, "forbidden", "Only the invited person may do this.");
            case NOT_THE_INVITER -> Problem.of(403, "forbidden", "Only the inviter may do this.");
            case NOT_A_MODERATOR -> Problem.of(403, "forbidden", "Only moderators of the group may do this.");
            case RESEND_QUOTA ->
                Problem.of(429, "resend-quota", "The invitation was sent again as often as it may be.");
            case NOT_PENDING -> Problem.of(409, "not-pending", "The invitation has been decided.");
            case EXPIRED -> Problem.of(410, "expired", "The invitation has expired.");
            case FINISHED -> Problem.of(409, "finished", "Every recipient of the batch has an outcome.");
            case TOO_MANY_RECIPIENTS -> Problem.of(422, "too-many-recipients", "A batch has at most 1000 recipients.");
            case ACCEPT_UNDER_WAY -> unavailable("It is being decided at this moment.");
            case NOT_AN_ADMIN -> Problem.of(403, "forbidden", "Only admins of the group may do this.");
            case TOO_MANY_LINKS -> Problem.of(409, "too-many-links", "Revoke one of the group's links first.");
            case LINK_EXPIRED -> Problem.of(410, "expired", "The link has expired.");
            case LINK_EXHAUSTED -> Problem.of(410, "exhausted", "The link has been used as often as it may be.");
            case LINK_REVOKED -> Problem.of(410, "revoked", "The link leads nowhere any more.");
            case NOT_KNOWN_YET -> unavailable("You are new here and not known everywhere yet.");
            case LATE -> unavailable("The group did not answer in time.");
            case GROUPS_UNREACHABLE -> unavailable("The group cannot be asked at the moment.");
        };
    }

    private static Problem unavailable(String detail) {
        return Problem.of(503, "unavailable", detail);
    }
}
