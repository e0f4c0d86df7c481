package org.convoke.doors.rest;

import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.convoke.doors.FieldError;
import org.convoke.doors.Problem;

/** Requests that break declared constraints, each with the plain name of its field or parameter. */
@Provider
public class ValidationProblems implements ExceptionMapper<ResteasyReactiveViolationException> {

    @Override
    public Response toResponse(ResteasyReactiveViolationException violations) {
        if (violations.getConstraintViolations().stream().anyMatch(ValidationProblems::isOurs)) {
            return Failures.internal(violations);
        }
        List<FieldError> errors = violations.getConstraintViolations().stream()
                .map(each -> new FieldError(field(each.getPropertyPath()), each.getMessage()))
                .distinct()
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                .toList();
        return Problem.invalid(errors).response();
    }

    /** An answer that breaks its own constraints is no fault of the caller. */
    private static boolean isOurs(ConstraintViolation<?> violation) {
        return nodes(violation.getPropertyPath()).stream().anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE);
    }

    private static String field(Path path) {
        List<Path.Node> nodes = nodes(path);
        return nodes.stream()
                .filter(node -> node.getKind() == ElementKind.PROPERTY)
                .findFirst()
                .or(() -> nodes.stream()
                        .filter(node -> node.getKind() == ElementKind.PARAMETER)
                        .findFirst())
                .map(Path.Node::getName)
                .orElse("request");
    }

    private static List<Path.Node> nodes(Path path) {
        return StreamSupport.stream(path.spliterator(), false).toList();
    }
}
