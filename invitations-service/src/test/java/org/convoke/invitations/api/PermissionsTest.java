package org.convoke.invitations.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.invitations.Answers.refused;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.convoke.invitations.Someone;
import org.convoke.parts.RealParts;
import org.convoke.parts.Token;
import org.junit.jupiter.api.Test;

/** Walks every endpoint of the published description. */
@QuarkusTest
class PermissionsTest {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private static final String SOME_ID = UUID.randomUUID().toString();

    private record Endpoint(String method, String path) {}

    @TestHTTPResource(value = "/", management = true)
    String management;

    @Test
    void everyEndpointAsksForAToken() {
        assertThat(endpoints())
                .hasSizeGreaterThan(5)
                .allSatisfy(each -> refused(
                                given().contentType(ContentType.JSON)
                                        .request(each.method(), each.path())
                                        .then(),
                                401,
                                "unauthenticated")
                        .header("WWW-Authenticate", startsWith("Bearer")));
    }

    @Test
    void everyEndpointRefusesEveryTokenThatIsNotForIt() {
        for (Token bad : bad().toList()) {
            String token = bad.mint();
            assertThat(endpoints())
                    .allSatisfy(each -> refused(
                            given().auth()
                                    .oauth2(token)
                                    .contentType(ContentType.JSON)
                                    .request(each.method(), each.path())
                                    .then(),
                            401,
                            "unauthenticated"));
        }
    }

    @Test
    void whatOperatorsWatchIsNotHere() {
        Someone ann = Someone.called("ann");
        refused(ann.request().get("/q/health").then(), 404, "not-found");
        refused(ann.request().get("/q/metrics").then(), 404, "not-found");
    }

    private static Stream<Token> bad() {
        return Stream.of(
                good().expiresIn(Duration.ofSeconds(-60)),
                good().algNone(),
                good().hmacWithPublicKey(),
                good().signedByStranger(),
                good().issuer("https://elsewhere.example"),
                good().audience("account"),
                good().without("aud"),
                good().typ("ID"),
                good().without("sub"));
    }

    private static Token good() {
        return RealParts.issuer().token(UUID.randomUUID().toString());
    }

    private List<Endpoint> endpoints() {
        Map<String, Map<String, Object>> paths = given().accept(ContentType.JSON)
                .get(management + "openapi")
                .then()
                .extract()
                .path("paths");
        return paths.entrySet().stream()
                .flatMap(path -> path.getValue().keySet().stream()
                        .filter(METHODS::contains)
                        .map(method ->
                                new Endpoint(method.toUpperCase(), path.getKey().replaceAll("\\{[^}]+}", SOME_ID))))
                .toList();
    }
}
