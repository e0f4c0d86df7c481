package org.convoke.invitations.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.invitations.Answers.refused;

import io.quarkus.test.junit.QuarkusTest;
import org.convoke.invitations.Someone;
import org.convoke.invitations.group.AGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the shared rules of the doors hold here too. */
@QuarkusTest
class BadInputTest {

    private static final String PATH = "/api/v1/invitations";

    private final Someone ann = Someone.called("ann");
    private final Someone ben = Someone.called("ben");
    private final AGroup group = ann.founds();

    @ParameterizedTest
    @ValueSource(strings = {"inviterId", "status", "id", "membership", "claimId", "groupid"})
    void anUnknownFieldIsRefused(String field) {
        refused(ann.invites(body("\"%s\": \"x\"".formatted(field))), 400, "unknown-field");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"message\": 7", "\"message\": \"a\\u0000b\"", "\"groupId\": 7"})
    void aWrongValueIsRefused(String member) {
        String body = member.startsWith("\"groupId") ? "{\"inviteeId\": \"x\", %s}".formatted(member) : body(member);
        refused(ann.invites(body), 400, "invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"message\": \"\\ud800\"}",
                "7",
                "{} {}",
                "{\"message\": \"a\", \"message\": \"b\"}",
                "{\"expiresInDays\": NaN}"
            })
    void whatIsNoWellFormedJsonIsRefused(String body) {
        refused(ann.invites(body), 400, "malformed-json");
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        refused(ann.invites(body("\"message\": \"" + "x".repeat(65_536) + "\"")), 413, "too-large");
    }

    @Test
    void wrongPathsMethodsAndTypesAreProblemsToo() {
        refused(ann.request().get("/api/v1/nothing").then(), 404, "not-found");
        refused(ann.request().delete(PATH).then(), 405, "method-not-allowed");
        refused(ann.request().accept("text/html").get(PATH + "?box=sent").then(), 406, "not-acceptable");
        refused(ann.request().contentType("text/plain").body("x").post(PATH).then(), 415, "unsupported-media-type");
    }

    @Test
    void headersDoNotSayWhoCalls() {
        String id = ann.invited(ben, group);
        refused(
                ann.request()
                        .header("X-User-Id", ben.id())
                        .header("X-Forwarded-User", ben.id())
                        .post(PATH + "/{id}/accept", id)
                        .then(),
                403,
                "forbidden");
        assertThat(group.members).doesNotContainKey(ben.id());
    }

    private String body(String member) {
        return "{\"groupId\": \"%s\", \"inviteeId\": \"%s\", %s}".formatted(group.id, ben.id(), member);
    }
}
