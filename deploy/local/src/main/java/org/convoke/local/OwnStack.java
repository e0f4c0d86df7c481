package org.convoke.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A stack of its own: whatever parts the environment gives are not used, and nothing is limited. */
public final class OwnStack {

    private static final List<String> GIVEN = List.of(
            "QUARKUS_DATASOURCE_JDBC_URL",
            "KAFKA_BOOTSTRAP_SERVERS",
            "QUARKUS_REDIS_HOSTS",
            "QUARKUS_OIDC_AUTH_SERVER_URL");

    private static final List<String> LIMITS = List.of(
            "REQUESTS_PER_SECOND",
            "GROUPS_OWNED",
            "GROUPS_JOINED",
            "INVITATIONS_PER_HOUR",
            "INVITATIONS_PER_DAY",
            "INVITATIONS_PER_PERSON",
            "GROUP_INVITATIONS_PER_DAY",
            "BATCH_RECIPIENTS_PER_DAY");

    private OwnStack() {}

    /** Of a stack in that home, on ports of its own. */
    public static Settings settings(Path home, int offset) {
        return Settings.of(Settings.current().project(), environment(home, offset));
    }

    /** What {@link #settings} makes of the environment, for whoever has more to say. */
    public static Map<String, String> environment(Path home, int offset) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        GIVEN.forEach(environment::remove);
        LIMITS.forEach(limit -> environment.put("CONVOKE_LIMITS_" + limit, "0"));
        environment.put("CONVOKE_HOME", home.toString());
        int shifted = Ports.of(environment).offset() + offset;
        environment.put("CONVOKE_PORT_OFFSET", Integer.toString(shifted));
        return environment;
    }
}
