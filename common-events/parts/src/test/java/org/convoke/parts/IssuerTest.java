package org.convoke.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IssuerTest {

    @TempDir
    Path home;

    private Issuer issuer;

    @BeforeEach
    void start() {
        issuer = Issuer.start(home, 0);
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void aGoodTokenSaysWhoItIs() throws Exception {
        JwtClaims claims =
                verified(issuer.token("s-1").username("alice").name("Alice").roles("people:write"));
        assertThat(claims.getSubject()).isEqualTo("s-1");
        assertThat(claims.getStringClaimValue("preferred_username")).isEqualTo("alice");
        assertThat(claims.getStringClaimValue("typ")).isEqualTo("Bearer");
        assertThat(claims.getStringClaimValue("azp")).isEqualTo("web");
        assertThat(claims.getClaimValue("realm_access")).isEqualTo(Map.of("roles", List.of("people:write")));
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void aBadTokenIsRefusedByWhoeverValidatesTokens(Spoiling spoiling) {
        assertThatThrownBy(() -> verified(spoiling.apply(issuer.token("s-1")))).isInstanceOf(InvalidJwtException.class);
    }

    static Stream<Spoiling> badTokens() {
        return Stream.of(
                token -> token.audience("another"),
                token -> token.issuer("http://another"),
                token -> token.expiresIn(Duration.ofMinutes(-1)),
                Token::algNone,
                Token::hmacWithPublicKey,
                Token::signedByStranger,
                token -> token.without("sub"));
    }

    @Test
    void afterARotationTokensOldAndNewAreGood() throws Exception {
        Token old = issuer.token("old");
        issuer.rotate();
        Token fresh = issuer.token("fresh");
        assertThat(keyOf(old)).isNotEqualTo(keyOf(fresh));
        assertThat(verified(old).getSubject()).isEqualTo("old");
        assertThat(verified(fresh).getSubject()).isEqualTo("fresh");
    }

    @Test
    void aClientGetsATokenForItsSecretOnly() throws Exception {
        HttpResponse<String> granted = ask("host-app", "host-app-secret");
        assertThat(granted.statusCode()).isEqualTo(200);
        assertThat(JsonUtil.parseJson(granted.body())).containsEntry("token_type", "Bearer");
        assertThat(ask("host-app", "wrong").statusCode()).isEqualTo(401);
        assertThat(ask("stranger", "stranger-secret").statusCode()).isEqualTo(401);
    }

    @Test
    void whoeverHoldsTheFolderMintsTokensOfTheSameIssuer() throws Exception {
        var same = Issuer.at(home, issuer.port());
        same.rotate();
        assertThat(verified(same.token("s-2")).getSubject()).isEqualTo("s-2");
    }

    private JwtClaims verified(Token token) throws InvalidJwtException, IOException, JoseException {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(new HttpsJwks(issuer.url() + "/jwks")))
                .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, "RS256")
                .setExpectedIssuer(issuer.url())
                .setExpectedAudience("convoke")
                .setRequireExpirationTime()
                .setRequireSubject()
                .setRelaxVerificationKeyValidation()
                .build()
                .processToClaims(token.mint());
    }

    private static String keyOf(Token token) {
        return token.mint().split("\\.")[0];
    }

    private HttpResponse<String> ask(String client, String secret) throws IOException, InterruptedException {
        String form = "grant_type=client_credentials&client_id=" + client + "&client_secret=" + secret;
        var request = HttpRequest.newBuilder(URI.create(issuer.url() + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    interface Spoiling {
        Token apply(Token token);
    }
}
