package org.convoke.local;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the services are told about each other and the parts; an address from outside replaces a part of ours. */
public record Wiring(Map<String, String> outside, Ports ports) {

    static final String POSTGRES = "QUARKUS_DATASOURCE_JDBC_URL";
    static final String KAFKA = "KAFKA_BOOTSTRAP_SERVERS";
    static final String REDIS = "QUARKUS_REDIS_HOSTS";
    static final String OIDC = "QUARKUS_OIDC_AUTH_SERVER_URL";

    private static final String LIMITS = "CONVOKE_LIMITS_";
    private static final String GATEWAY = "CONVOKE_GATEWAY_";
    private static final String WEB = "CONVOKE_WEB_";

    /** The address given from outside, which the services are told as it is. */
    Optional<String> given(String variable) {
        return Optional.ofNullable(outside.get(variable)).filter(value -> !value.isBlank());
    }

    public Map<String, String> groups() {
        var told = common(ports.groups());
        database(told);
        letThePageIn(told);
        told.put("QUARKUS_REST_CLIENT_GATEWAY_URL", ports.gatewayUrl());
        return told;
    }

    public Map<String, String> invitations() {
        var told = common(ports.invitations());
        database(told);
        letThePageIn(told);
        told.put("QUARKUS_REST_CLIENT_GROUPS_URL", ports.groupsUrl());
        tell(told, "QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL", oidc());
        tell(told, "QUARKUS_OIDC_CLIENT_CLIENT_ID", "invitations-service");
        tell(told, "QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET", "invitations-service-secret");
        return told;
    }

    public Map<String, String> gateway() {
        var told = common(ports.gateway());
        tell(told, REDIS, "redis://127.0.0.1:" + ports.redis());
        tell(told, "CONVOKE_GATEWAY_POD", "gateway-0");
        tell(told, "CONVOKE_GATEWAY_LOCALHOST_ORIGINS", "true");
        tell(told, "CONVOKE_WEB_GROUPS_URL", ports.groupsUrl());
        tell(told, "CONVOKE_WEB_INVITATIONS_URL", ports.invitationsUrl());
        pass(GATEWAY, told);
        pass(WEB, told);
        return told;
    }

    /** No ingress makes one origin of our ports; the last is where Vite serves the page to who works on it. */
    private void letThePageIn(Map<String, String> told) {
        tell(told, "QUARKUS_HTTP_CORS_ENABLED", "true");
        tell(
                told,
                "QUARKUS_HTTP_CORS_ORIGINS",
                ports.gatewayUrl() + ",http://127.0.0.1:" + ports.gateway() + ",http://localhost:5173");
    }

    private Map<String, String> common(int port) {
        var told = new HashMap<String, String>();
        told.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        told.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        told.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        told.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(ports.management(port)));
        tell(told, KAFKA, "127.0.0.1:" + ports.kafka());
        tell(told, OIDC, oidc());
        pass(LIMITS, told);
        pass(Service.JAVA_OPTIONS, told);
        return told;
    }

    private void pass(String prefix, Map<String, String> told) {
        outside.forEach((variable, value) -> {
            if (variable.startsWith(prefix)) {
                told.put(variable, value);
            }
        });
    }

    private void database(Map<String, String> told) {
        if (given(POSTGRES).isEmpty()) {
            told.put(POSTGRES, "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/convoke");
            told.put("QUARKUS_DATASOURCE_USERNAME", "convoke");
            told.put("QUARKUS_DATASOURCE_PASSWORD", "convoke");
        }
    }

    private String oidc() {
        return given(OIDC).orElse(ports.realmUrl());
    }

    private void tell(Map<String, String> told, String variable, String value) {
        told.put(variable, given(variable).orElse(value));
    }
}
