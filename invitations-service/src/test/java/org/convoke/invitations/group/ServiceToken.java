package org.convoke.invitations.group;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Whether a call carries the client's own token with the role for it. */
final class ServiceToken {

    private ServiceToken() {}

    static boolean isGood(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            return false;
        }
        var claims = new JsonObject(
                new String(Base64.getUrlDecoder().decode(authorization.split("\\.")[1]), UTF_8));
        return "invitations-service".equals(claims.getString("azp"))
                && claims.getJsonObject("realm_access").getJsonArray("roles").contains("membership:write");
    }
}
