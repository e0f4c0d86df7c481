package org.convoke.local;

import java.util.Map;
import org.convoke.parts.PartFailed;

/** The local ports, each moved by one offset so that two stacks can run side by side. */
public record Ports(int offset) {

    /** The offset is {@code CONVOKE_PORT_OFFSET}, by default 0. */
    public static Ports of(Map<String, String> environment) {
        String offset = environment.getOrDefault("CONVOKE_PORT_OFFSET", "0");
        try {
            return new Ports(Integer.parseInt(offset));
        } catch (NumberFormatException e) {
            throw new PartFailed("CONVOKE_PORT_OFFSET is not a number: " + offset, e);
        }
    }

    public int gateway() {
        return 8080 + offset;
    }

    public int groups() {
        return 8081 + offset;
    }

    public int invitations() {
        return 8082 + offset;
    }

    public int keycloak() {
        return 8180 + offset;
    }

    public int postgres() {
        return 15432 + offset;
    }

    public int redis() {
        return 16379 + offset;
    }

    public int kafka() {
        return 19092 + offset;
    }

    /** Where Kafka answers those who come through {@link #kafkaProxy}. */
    public int kafkaBehindProxy() {
        return 19093 + offset;
    }

    /** Where nobody is, unless a test puts a network there that it can cut. */
    public int kafkaProxy() {
        return 19094 + offset;
    }

    /** Where the service on {@code port} answers health and metrics. */
    public int management(int port) {
        return port + 1000;
    }

    public String gatewayUrl() {
        return "http://localhost:" + gateway();
    }

    public String groupsUrl() {
        return "http://localhost:" + groups();
    }

    public String invitationsUrl() {
        return "http://localhost:" + invitations();
    }

    public String realmUrl() {
        return "http://localhost:" + keycloak() + "/realms/convoke";
    }
}
