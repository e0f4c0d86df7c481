package org.convoke.doors.rest;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;

/**
 * Which named schemas callers write, and which they read.
 *
 * @param written those of requests, and what is within them
 * @param read those of answers, and what is within them
 */
record SchemaUse(Set<String> written, Set<String> read) {

    static SchemaUse in(OpenAPI api) {
        return new SchemaUse(
                reached(
                        api,
                        operation ->
                                Optional.ofNullable(operation.getRequestBody()).map(RequestBody::getContent).stream()),
                reached(
                        api,
                        operation -> operation.getResponses().getAPIResponses().values().stream()
                                .flatMap(answer -> Stream.ofNullable(answer.getContent()))));
    }

    private static Set<String> reached(OpenAPI api, Function<Operation, Stream<Content>> contents) {
        Set<String> reached = new HashSet<>();
        api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .flatMap(contents)
                .flatMap(content -> content.getMediaTypes().values().stream())
                .flatMap(type -> Stream.ofNullable(type.getSchema()))
                .forEach(schema -> reach(schema, api.getComponents().getSchemas(), reached));
        return reached;
    }

    private static void reach(Schema schema, Map<String, Schema> named, Set<String> reached) {
        String reference = schema.getRef();
        if (reference != null) {
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            if (reached.add(name)) {
                reach(named.get(name), named, reached);
            }
        }
        within(schema).forEach(part -> reach(part, named, reached));
    }

    private static Stream<Schema> within(Schema schema) {
        Collection<Schema> properties = schema.getProperties() == null
                ? List.of()
                : schema.getProperties().values();
        return Stream.concat(
                properties.stream(),
                Stream.of(schema.getItems(), schema.getAdditionalPropertiesSchema())
                        .flatMap(Stream::ofNullable));
    }
}
