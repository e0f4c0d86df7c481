package org.convoke.gateway.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** What the page is told; the README lists it. */
@ConfigMapping(prefix = "convoke.web")
public interface WebConfig {

    /** The provider where people sign in, as browsers reach it. */
    @WithDefault("${quarkus.oidc.auth-server-url}")
    URI authority();

    /** The public client that the page is, there. */
    @WithDefault("web")
    String clientId();

    /** Where browsers reach groups-service; where the page itself is, unless given. */
    Optional<URI> groupsUrl();

    /** Where browsers reach invitations-service; where the page itself is, unless given. */
    Optional<URI> invitationsUrl();
}
