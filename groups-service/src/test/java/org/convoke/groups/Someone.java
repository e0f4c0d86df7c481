package org.convoke.groups;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.convoke.parts.RealParts;
import org.convoke.parts.Token;

/** A caller with a token of her own; each test makes new ones, so that nothing carries over. */
public record Someone(String id, String name, String token) {

    /** A person; her name is unique and begins with the given one. */
    public static Someone called(String name) {
        String id = UUID.randomUUID().toString();
        String unique = name + " " + id.substring(0, 8);
        return new Someone(id, unique, tokenOf(id, unique).mint());
    }

    /** Somebody who is in the database already, by the name X. */
    public static Someone withId(String id) {
        return new Someone(id, "X", tokenOf(id, "X").mint());
    }

    /** A person whom the directory knows. */
    public static Someone known(String name) {
        Someone someone = called(name);
        someone.get("/people/me").statusCode(200);
        return someone;
    }

    public static Token tokenOf(String id, String name) {
        return RealParts.issuer()
                .token(id)
                .username(name.toLowerCase().replace(' ', '.'))
                .name(name);
    }

    public static Someone invitationsService() {
        return service("invitations-service", "membership:write");
    }

    public static Someone hostApp() {
        return service("host-app", "people:write");
    }

    private static Someone service(String client, String role) {
        String token = tokenOf("service-" + client, client).roles(role).mint();
        return new Someone("service-" + client, client, token);
    }

    public RequestSpecification request() {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    public ValidatableResponse get(String path, Object... variables) {
        return request().get("/api/v1" + path, variables).then();
    }

    public ValidatableResponse post(String path, Object body, Object... variables) {
        return request().body(body).post("/api/v1" + path, variables).then();
    }

    public ValidatableResponse put(String path, Object body, Object... variables) {
        return request().body(body).put("/api/v1" + path, variables).then();
    }

    public ValidatableResponse delete(String path, Object... variables) {
        return request().delete("/api/v1" + path, variables).then();
    }

    public ValidatableResponse patch(String path, Object body, Object... variables) {
        return request().body(body).patch("/api/v1" + path, variables).then();
    }

    /** Changes a group as it is now. */
    public ValidatableResponse change(String group, Map<String, ?> settings) {
        String tag = get("/groups/{g}", group).extract().header("ETag");
        return request()
                .header("If-Match", tag)
                .body(settings)
                .patch("/api/v1/groups/{g}", group)
                .then();
    }

    public ValidatableResponse assign(String group, Someone member, String role) {
        return patch("/groups/{g}/members/{u}", Map.of("role", role), group, member.id());
    }

    public ValidatableResponse remove(String group, Someone member) {
        return delete("/groups/{g}/members/{u}", group, member.id());
    }

    public ValidatableResponse ban(String group, Someone person) {
        return put("/groups/{g}/bans/{u}", Map.of("reason", "spam"), group, person.id());
    }

    public ValidatableResponse join(String group) {
        return request().put("/api/v1/groups/{g}/members/me", group).then();
    }

    public ValidatableResponse leave(String group) {
        return request().delete("/api/v1/groups/{g}/members/me", group).then();
    }

    /** The id of a new group of hers. */
    public String founds(Map<String, ?> settings) {
        return post("/groups", settings).statusCode(201).extract().path("id");
    }

    /** Asks as invitations-service does. */
    public ValidatableResponse internal(String method, String path, Object body, Object... variables) {
        return request()
                .body(body)
                .request(method, "/internal" + path, variables)
                .then();
    }
}
