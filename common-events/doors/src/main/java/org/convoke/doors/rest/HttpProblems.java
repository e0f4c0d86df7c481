package org.convoke.doors.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.convoke.doors.Problem;

/** What the framework refuses with an HTTP status, as a problem. */
@Provider
public class HttpProblems implements ExceptionMapper<WebApplicationException> {

    @Override
    public Response toResponse(WebApplicationException refusal) {
        Response response = refusal.getResponse();
        if (response.getEntity() instanceof Problem || response.getStatus() < 400) {
            return response;
        }
        if (refusal.getCause() instanceof JsonProcessingException json) {
            return JsonProblems.problem(json).response();
        }
        Problem problem = problem(response.getStatus());
        return Response.fromResponse(problem.response())
                .header(HttpHeaders.ALLOW, response.getHeaderString(HttpHeaders.ALLOW))
                .build();
    }

    private static Problem problem(int status) {
        return switch (status) {
            case 400 -> Problem.invalid("request", "cannot be read");
            case 401 -> SecurityProblems.unauthenticated();
            case 403 -> Problem.forbidden();
            case 404 -> Problem.notFound();
            case 405 -> Problem.of(405, "method-not-allowed", "This resource does not know the method.");
            case 406 -> Problem.of(406, "not-acceptable", "The answer is JSON; the Accept header does not allow it.");
            case 413 -> Problem.of(413, "too-large", "The body is too large.");
            case 415 -> Problem.of(415, "unsupported-media-type", "The body has a type that is not read here.");
            case 503 -> Outages.unavailable();
            default -> Problem.of(status, status < 500 ? "refused" : "internal", "The request was not carried out.");
        };
    }
}
