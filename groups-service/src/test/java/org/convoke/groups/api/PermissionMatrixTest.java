package org.convoke.groups.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.convoke.groups.Someone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every endpoint answers to everyone, on a group of each visibility that is joined by request. Each call that may
 * change something meets a group of its own. A new endpoint needs a row here.
 *
 * <p>A cell with three answers is for a PUBLIC, a PRIVATE and a HIDDEN group. "service" has the role of
 * invitations-service, and is nobody of the directory.
 */
@QuarkusTest
class PermissionMatrixTest {

    private static final String MATRIX = """
            #                                       owner admin moder membr banned      stranger    anon service
            GET    /api/v1/groups                     200   200   200   200 200         200         401  200
            POST   /api/v1/groups                     201   201   201   201 201         201         401  404
            GET    /api/v1/groups/{g}                 200   200   200   200 200/200/404 200/200/404 401  200/200/404
            PATCH  /api/v1/groups/{g}                 200   200   403   403 403/403/404 403/403/404 401  403/403/404
            DELETE /api/v1/groups/{g}                 204   403   403   403 403/403/404 403/403/404 401  403/403/404
            POST   /api/v1/groups/{g}/archive         200   403   403   403 403/403/404 403/403/404 401  403/403/404
            POST   /api/v1/groups/{g}/unarchive       200   403   403   403 403/403/404 403/403/404 401  403/403/404
            POST   /api/v1/groups/{g}/ownership       200   403   403   403 403/403/404 403/403/404 401  403/403/404
            GET    /api/v1/groups/{g}/members         200   200   200   200 200/404/404 200/404/404 401  200/404/404
            PUT    /api/v1/groups/{g}/members/me      200   200   200   200 403/403/404 202/202/404 401  404
            DELETE /api/v1/groups/{g}/members/me      409   204   204   204 204/204/404 204/204/404 401  204/204/404
            GET    /api/v1/groups/{g}/members/{u}     200   200   200   200 200/404/404 200/404/404 401  200/404/404
            PATCH  /api/v1/groups/{g}/members/{u}     200   200   403   403 403/403/404 403/403/404 401  403/403/404
            DELETE /api/v1/groups/{g}/members/{u}     204   204   204   403 403/403/404 403/403/404 401  403/403/404
            GET    /api/v1/groups/{g}/bans            200   200   200   403 403/403/404 403/403/404 401  403/403/404
            PUT    /api/v1/groups/{g}/bans/{u}        201   201   201   403 403/403/404 403/403/404 401  403/403/404
            DELETE /api/v1/groups/{g}/bans/{u}        204   204   204   403 403/403/404 403/403/404 401  403/403/404
            GET    /api/v1/groups/{g}/activity        200   200   200   200 200/404/404 200/404/404 401  200/404/404
            POST   /api/v1/groups/{g}/live-activity   202   202   202   202 403/403/404 403/403/404 401  403/403/404
            GET    /api/v1/groups/{g}/audit           200   200   403   403 403/403/404 403/403/404 401  403/403/404
            GET    /api/v1/groups/{g}/join-requests   200   200   200   403 403/404/404 403/404/404 401  403/404/404
            POST   /api/v1/groups/{g}/join-requests   409   409   409   409 403/403/404 201/201/404 401  404
            GET    /api/v1/join-requests              200   200   200   200 200         200         401  200
            POST   /api/v1/join-requests/{r}/approve  200   200   200   403 404         404         401  404
            POST   /api/v1/join-requests/{r}/reject   200   200   200   403 404         404         401  404
            POST   /api/v1/join-requests/{r}/withdraw 403   403   403   404 404         404         401  404
            GET    /api/v1/people                     200   200   200   200 200         200         401  200
            GET    /api/v1/people/me                  200   200   200   200 200         200         401  404
            GET    /api/v1/people/me/export           200   200   200   200 200         200         401  404
            DELETE /api/v1/people/me                  202   202   202   202 202         202         401  202
            PUT    /api/v1/people/{u}                 403   403   403   403 403         403         401  403
            POST   /internal/groups/{g}/invitation-check 403 403  403   403 403         403         401  200
            PUT    /internal/groups/{g}/members/{u}   403   403   403   403 403         403         401  200
            GET    /internal/groups/{g}/members/{u}   403   403   403   403 403         403         401  200
            """;
    private static final List<String> VISIBILITIES = List.of("PUBLIC", "PRIVATE", "HIDDEN");

    /** What stands in a row for each of {@link Standing}. */
    record Row(String method, String path, List<String> answers) {

        static Row of(String line) {
            List<String> words = List.of(line.strip().split("\\s+"));
            return new Row(words.getFirst(), words.get(1), words.subList(2, words.size()));
        }

        int answer(Standing standing, int visibility) {
            String[] each = answers.get(standing.ordinal()).split("/");
            return Integer.parseInt(each[each.length == 1 ? 0 : visibility]);
        }

        String endpoint() {
            return method + " " + path;
        }

        @Override
        public String toString() {
            return endpoint();
        }
    }

    /** The columns, in their order. */
    enum Standing {
        OWNER,
        ADMIN,
        MODERATOR,
        MEMBER,
        BANNED,
        STRANGER,
        ANONYMOUS,
        SERVICE
    }

    static Stream<Row> rows() {
        return MATRIX.lines().filter(line -> !line.startsWith("#")).map(Row::of);
    }

    @Test
    void everyEndpointHasARow() {
        assertThat(rows().map(Row::endpoint))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(Endpoints.all());
        assertThat(rows()).allMatch(row -> row.answers().size() == Standing.values().length);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyoneIsAnsweredAsTheRowSays(Row row) {
        SoftAssertions answers = new SoftAssertions();
        for (int visibility = 0; visibility < VISIBILITIES.size(); visibility++) {
            ASmallGroup group = ASmallGroup.thatIs(VISIBILITIES.get(visibility));
            for (Standing standing : Standing.values()) {
                answers.assertThat(call(row, group, standing))
                        .as("%s as %s of a %s group", row, standing, VISIBILITIES.get(visibility))
                        .isEqualTo(row.answer(standing, visibility));
                group = row.method().equals("GET") ? group : ASmallGroup.thatIs(VISIBILITIES.get(visibility));
            }
        }
        answers.assertAll();
    }

    private static int call(Row row, ASmallGroup group, Standing standing) {
        Object body = body(row.endpoint(), group);
        RequestSpecification request = as(standing, group);
        if (body != null) {
            request.body(body);
        }
        String path = row.path()
                .replace("{g}", group.id())
                .replace("{r}", group.joinRequest())
                .replace("{u}", row.path().contains("/bans/") ? group.asker() : group.target());
        return request.request(row.method(), path + (path.endsWith("/people") ? "?query=a" : ""))
                .statusCode();
    }

    private static RequestSpecification as(Standing standing, ASmallGroup group) {
        RequestSpecification request = switch (standing) {
            case OWNER -> Someone.withId(group.owner()).request();
            case ADMIN -> Someone.withId(group.admin()).request();
            case MODERATOR -> Someone.withId(group.moderator()).request();
            case MEMBER -> Someone.withId(group.member()).request();
            case BANNED -> Someone.withId(group.banned()).request();
            case STRANGER -> Someone.called("Stranger").request();
            case ANONYMOUS -> given().contentType(ContentType.JSON);
            case SERVICE -> Someone.invitationsService().request();
        };
        return request.header("If-Match", "*");
    }

    private static Object body(String endpoint, ASmallGroup group) {
        Map<String, Object> bodies = new LinkedHashMap<>();
        bodies.put("POST /api/v1/groups", Map.of("name", "Chess Club"));
        bodies.put("PATCH /api/v1/groups/{g}", Map.of("description", "new"));
        bodies.put("POST /api/v1/groups/{g}/ownership", Map.of("toUserId", group.target()));
        bodies.put("PATCH /api/v1/groups/{g}/members/{u}", Map.of("role", "MODERATOR"));
        bodies.put("PUT /api/v1/groups/{g}/bans/{u}", Map.of("reason", "spam"));
        bodies.put("POST /api/v1/groups/{g}/join-requests", Map.of("message", "please"));
        bodies.put("POST /api/v1/groups/{g}/live-activity", Map.of("kind", "VIEWING"));
        bodies.put("PUT /api/v1/people/{u}", Map.of("username", "x", "name", "x"));
        bodies.put(
                "POST /internal/groups/{g}/invitation-check",
                Map.of("inviterId", group.owner(), "inviteeIds", List.of(group.asker())));
        bodies.put(
                "PUT /internal/groups/{g}/members/{u}",
                Map.of(
                        "invitationId",
                        UUID.randomUUID(),
                        "invitedBy",
                        group.owner(),
                        "deadline",
                        "2099-01-01T00:00:00Z"));
        return bodies.get(endpoint);
    }
}
