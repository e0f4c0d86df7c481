package org.convoke.gateway.web;

import java.net.URI;

/** What {@code /config.json} says; an empty address is the page's own. */
record PageSettings(String authority, String clientId, String scope, String groups, String invitations) {

    private static final String SCOPE = "openid profile";

    static PageSettings of(WebConfig config) {
        return new PageSettings(
                config.authority().toString(),
                config.clientId(),
                SCOPE,
                config.groupsUrl().map(URI::toString).orElse(""),
                config.invitationsUrl().map(URI::toString).orElse(""));
    }
}
