package org.convoke.invitations;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convoke.invitations.group.AGroup;
import org.convoke.invitations.group.GroupsDouble;
import org.convoke.parts.RealParts;

/** A caller with a token of her own; each test makes new ones, so that nothing carries over. */
public record Someone(String id, String token) {

    private static final String INVITATIONS = "/api/v1/invitations";

    public static Someone called(String name) {
        String id = name + "-" + UUID.randomUUID();
        return new Someone(id, RealParts.issuer().token(id).mint());
    }

    public RequestSpecification request() {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** A new group of hers. */
    public AGroup founds() {
        return GroupsDouble.running().aGroup(id);
    }

    public ValidatableResponse invites(Someone invitee, AGroup group) {
        return invites(invitee, group, Map.of());
    }

    public ValidatableResponse invites(Someone invitee, AGroup group, Map<String, ?> more) {
        return invites(invitation(invitee, group, more));
    }

    public ValidatableResponse invites(Someone invitee, AGroup group, Map<String, ?> more, String key) {
        return request()
                .header("Idempotency-Key", key)
                .body(invitation(invitee, group, more))
                .post(INVITATIONS)
                .then();
    }

    public ValidatableResponse invites(Object body) {
        return request().body(body).post(INVITATIONS).then();
    }

    private static Map<String, Object> invitation(Someone invitee, AGroup group, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("groupId", group.id);
        body.put("inviteeId", invitee.id);
        return body;
    }

    /** The id of a new invitation. */
    public String invited(Someone invitee, AGroup group) {
        return invites(invitee, group).statusCode(201).extract().path("id");
    }

    public ValidatableResponse accepts(String invitation) {
        return request().post(INVITATIONS + "/{id}/accept", invitation).then();
    }

    public ValidatableResponse declines(String invitation) {
        return request().post(INVITATIONS + "/{id}/decline", invitation).then();
    }

    public ValidatableResponse cancels(String invitation) {
        return request().post(INVITATIONS + "/{id}/cancel", invitation).then();
    }

    public ValidatableResponse resends(String invitation) {
        return request().post(INVITATIONS + "/{id}/resend", invitation).then();
    }

    /** Sees invitations from those from now on. */
    public void acceptsFrom(String from) {
        request()
                .body(Map.of("from", from))
                .put("/api/v1/invitation-settings")
                .then()
                .statusCode(200);
    }

    public void blocks(Someone other) {
        request().put("/api/v1/invitation-blocks/users/{u}", other.id).then().statusCode(204);
    }

    public void blocks(AGroup group) {
        request().put("/api/v1/invitation-blocks/groups/{g}", group.id).then().statusCode(204);
    }

    /** @param verb accept, decline, cancel or resend */
    public ValidatableResponse posts(String invitation, String verb, String body) {
        return request()
                .body(body)
                .post(INVITATIONS + "/{id}/{verb}", invitation, verb)
                .then();
    }

    public ValidatableResponse reads(String invitation) {
        return request().get(INVITATIONS + "/{id}", invitation).then();
    }

    public ValidatableResponse lists(String query) {
        return request().get(INVITATIONS + "?" + query).then();
    }

    public List<String> listed(String query) {
        return lists(query).statusCode(200).extract().path("items.id");
    }
}
