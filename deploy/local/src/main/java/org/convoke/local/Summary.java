package org.convoke.local;

import java.util.stream.Collectors;

/** What someone needs to know who has just started the stack. */
record Summary(Settings settings) {

    String text() {
        Ports ports = settings.ports();
        boolean ours = settings.wiring().given(Wiring.OIDC).isEmpty();
        return """

                Convoke is up. Ctrl-C ends it; the data in %s stays.

                  the page     %s%s

                  gateway      %s   /ws/v1, /api/v1/notifications, /api/v1/events
                  groups       %s   /api/v1/groups, /api/v1/people
                  invitations  %s   /api/v1/invitations
                %s
                  logs         ./convoke logs [part]
                """.formatted(
                        settings.home().folder(),
                        ports.gatewayUrl(),
                        ours ? "   sign in as alice / alice" : "",
                        ports.gatewayUrl(),
                        ports.groupsUrl(),
                        ports.invitationsUrl(),
                        ours ? people(ports) : "");
    }

    private static String people(Ports ports) {
        String names =
                DemoPeople.inRealm().stream().map(DemoPeople.Person::username).collect(Collectors.joining(", "));
        return """
                  keycloak     http://localhost:%d   (admin/admin; realm convoke)

                  users        %s; the password is the name
                  a token      curl -s %s/protocol/openid-connect/token \\
                                 -d grant_type=password -d client_id=web -d scope=openid -d username=alice -d password=alice
                """.formatted(ports.keycloak(), names, ports.realmUrl());
    }
}
