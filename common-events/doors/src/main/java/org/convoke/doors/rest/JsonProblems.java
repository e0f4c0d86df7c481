package org.convoke.doors.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Objects;
import org.convoke.doors.Problem;
import org.jspecify.annotations.Nullable;

/** A body that is no JSON, or not the JSON that is asked for. */
@Provider
public class JsonProblems implements ExceptionMapper<MismatchedInputException> {

    @Override
    public Response toResponse(MismatchedInputException mismatch) {
        return problem(mismatch).response();
    }

    static Problem problem(JsonProcessingException refused) {
        return switch (refused) {
            case UnrecognizedPropertyException unknown ->
                Problem.of(
                        400, "unknown-field", "There is no field \"" + shown(unknown.getPropertyName()) + "\" here.");
            case MismatchedInputException mismatch
            when field(mismatch) instanceof String field ->
                Problem.invalid(field, "has a value of a wrong type or kind");
            default -> Problem.of(400, "malformed-json", "The body is not one well-formed JSON object.");
        };
    }

    private static @Nullable String field(JsonMappingException mismatch) {
        return mismatch.getPath().stream()
                .map(Reference::getFieldName)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** What the caller wrote goes back only as plain letters. */
    private static String shown(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9_-]", "?");
        return plain.length() > 40 ? plain.substring(0, 40) : plain;
    }
}
