package org.convoke.invitations.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convoke.invitations.Someone;
import org.convoke.invitations.group.AGroup;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each endpoint answers to whom; one without a line here fails. */
@QuarkusTest
class PermissionMatrixTest {

    private static final List<String> ROLES =
            List.of("inviter", "invitee", "moderator", "member", "stranger", "anonymous", "service");

    private static final String MATRIX = """
            POST   /api/v1/invitations                                      201 403 201 201 403 401 403
            GET    /api/v1/invitations?box=sent                             200 200 200 200 200 401 200
            GET    /api/v1/invitations?box=received                         200 200 200 200 200 401 200
            GET    /api/v1/invitations?box=group&groupId={groupId}          200 403 200 403 403 401 403
            GET    /api/v1/invitations/{id}                                 200 200 200 404 404 401 404
            POST   /api/v1/invitations/{id}/accept                          403 200 403 404 404 401 404
            POST   /api/v1/invitations/{id}/decline                         403 200 403 404 404 401 404
            POST   /api/v1/invitations/{id}/cancel                          200 403 200 404 404 401 404
            POST   /api/v1/invitations/{id}/resend                          200 403 403 404 404 401 404
            GET    /api/v1/invitation-settings                              200 200 200 200 200 401 200
            PUT    /api/v1/invitation-settings                              200 200 200 200 200 401 200
            GET    /api/v1/invitation-blocks                                200 200 200 200 200 401 200
            PUT    /api/v1/invitation-blocks/users/{userId}                 204 204 204 204 204 401 204
            DELETE /api/v1/invitation-blocks/users/{userId}                 204 204 204 204 204 401 204
            PUT    /api/v1/invitation-blocks/groups/{groupId}               204 204 204 204 204 401 204
            DELETE /api/v1/invitation-blocks/groups/{groupId}               204 204 204 204 204 401 204
            """;

    @TestHTTPResource(value = "/", management = true)
    String management;

    record Line(String method, String path, List<Integer> statuses) {

        static Line of(String line) {
            String[] words = line.trim().split("\\s+");
            return new Line(
                    words[0],
                    words[1],
                    Stream.of(words).skip(2).map(Integer::valueOf).toList());
        }

        String endpoint() {
            return method + " " + path.replaceAll("\\?.*", "");
        }
    }

    static Stream<Line> lines() {
        return MATRIX.lines().map(Line::of);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void everybodyIsAnsweredAsTheLineSays(Line line) {
        for (int i = 0; i < ROLES.size(); i++) {
            assertThat(answer(line, ROLES.get(i)))
                    .as(ROLES.get(i))
                    .isEqualTo(line.statuses().get(i));
        }
    }

    @Test
    void everyEndpointHasALine() {
        Map<String, Map<String, Object>> paths = given().accept(ContentType.JSON)
                .get(management + "openapi")
                .then()
                .extract()
                .path("paths");
        Set<String> published = new TreeSet<>();
        paths.forEach((path, methods) -> methods.keySet().stream()
                .filter(Set.of("get", "post", "put", "patch", "delete")::contains)
                .forEach(method -> published.add(method.toUpperCase() + " " + path)));
        assertThat(lines().map(Line::endpoint).collect(Collectors.toSet())).isEqualTo(published);
    }

    /** Of an invitation of its own, so that no line changes another's. */
    private static int answer(Line line, String role) {
        Someone inviter = Someone.called("inviter");
        Someone invitee = Someone.called("invitee");
        Someone other = Someone.called("other");
        AGroup group = inviter.founds();
        if (role.equals("moderator") || role.equals("member")) {
            group.seat(other.id(), role.toUpperCase());
        }
        String id = inviter.invited(invitee, group);
        RequestSpecification caller = switch (role) {
            case "inviter" -> inviter.request();
            case "invitee" -> invitee.request();
            case "anonymous" -> given().contentType(ContentType.JSON);
            case "service" -> service().request();
            default -> other.request();
        };
        body(line, group).ifPresent(caller::body);
        String path = line.path()
                .replace("{id}", id)
                .replace("{groupId}", group.id.toString())
                .replace("{userId}", UUID.randomUUID().toString());
        return caller.request(line.method(), path).statusCode();
    }

    private static Optional<Map<String, Object>> body(Line line, AGroup group) {
        return switch (line.endpoint()) {
            case "POST /api/v1/invitations" ->
                Optional.of(Map.of("groupId", group.id, "inviteeId", "p" + UUID.randomUUID()));
            case "PUT /api/v1/invitation-settings" -> Optional.of(Map.of("from", "ANYONE"));
            default -> Optional.empty();
        };
    }

    private static Someone service() {
        String id = UUID.randomUUID().toString();
        return new Someone(
                id, RealParts.issuer().token(id).roles("membership:write").mint());
    }
}
