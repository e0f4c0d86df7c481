package org.convoke.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentPolicyTest {

    @Test
    void thePageConsistsOfOurFilesAndCallsOnlyUs() {
        assertThat(new ContentPolicy(List.of()).text().replaceAll(" 'sha256-[A-Za-z0-9+/]{43}='", ""))
                .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                        + " font-src 'self'; manifest-src 'self'; connect-src 'self'; base-uri 'none'; form-action"
                        + " 'none'; frame-ancestors 'none'");
    }

    @Test
    void onlyStylesAreNamedByTheirContent() {
        assertThat(new ContentPolicy(List.of()).text().split("; "))
                .filteredOn(directive -> directive.contains("sha256"))
                .allMatch(directive -> directive.startsWith("style-src "));
    }

    @Test
    void theProviderAndTheServicesMayBeCalledWhereTheyAre() {
        var policy = new ContentPolicy(List.of(
                URI.create("https://id.example/realms/convoke"),
                URI.create("http://localhost:8081"),
                URI.create("http://localhost:8082/")));
        assertThat(policy.text())
                .contains("connect-src 'self' https://id.example http://localhost:8081 http://localhost:8082;");
    }

    @Test
    void anOriginIsNamedOnce() {
        var policy = new ContentPolicy(
                List.of(URI.create("https://app.example/groups"), URI.create("https://app.example/invitations")));
        assertThat(policy.text()).contains("connect-src 'self' https://app.example;");
    }
}
