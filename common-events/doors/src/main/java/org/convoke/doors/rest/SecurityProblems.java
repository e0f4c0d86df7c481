package org.convoke.doors.rest;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.convoke.doors.Problem;

/** Callers without a valid token, and callers whose token does not allow the call. */
public final class SecurityProblems {

    private SecurityProblems() {}

    static Problem unauthenticated() {
        return Problem.of(401, "unauthenticated", "A valid access token is needed.");
    }

    private static Response challenge(String challenge) {
        return Response.fromResponse(unauthenticated().response())
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .build();
    }

    /** No token. */
    @Provider
    public static class Unauthorized implements ExceptionMapper<UnauthorizedException> {
        @Override
        public Response toResponse(UnauthorizedException refusal) {
            return challenge("Bearer");
        }
    }

    /** A token that is not ours, or no more. */
    @Provider
    public static class Unauthenticated implements ExceptionMapper<AuthenticationFailedException> {
        @Override
        public Response toResponse(AuthenticationFailedException refusal) {
            return challenge("Bearer error=\"invalid_token\"");
        }
    }

    /** A valid token without the role. */
    @Provider
    public static class Forbidden implements ExceptionMapper<ForbiddenException> {
        @Override
        public Response toResponse(ForbiddenException refusal) {
            return Problem.forbidden().response();
        }
    }
}
