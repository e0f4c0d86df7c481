package org.convoke.doors.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.convoke.doors.RequestId;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Says of every operation which headers it reads and answers; after {@link ProblemsInOpenApi}, whose refusals have
 * headers too. An answer that names {@code Location} or {@code ETag} in its description has that header.
 */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = 0)
public class HeadersInOpenApi implements OASFilter {

    private static final String IF_MATCH = "If-Match";
    private static final Map<String, Header> HEADERS = new TreeMap<>(Map.of(
            RequestId.HEADER,
            header("The id of the request, the caller's own or a new one", text()),
            "Location",
            header("Where that is", text()),
            "ETag",
            header("The revision, for If-Match", text()),
            "Retry-After",
            header("With 429 and 503: the seconds to wait", number())));

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Components components = api.getComponents();
        HEADERS.forEach(components::addHeader);
        components.addParameter(
                RequestId.HEADER,
                parameter(RequestId.HEADER, "An id of the caller's for this request: 1 to 64 of A-Z a-z 0-9 . _ -"));
        if (api.getPaths() != null) {
            api.getPaths().getPathItems().values().forEach(HeadersInOpenApi::complete);
        }
    }

    private static void complete(PathItem path) {
        Operation patch = path.getPATCH();
        if (patch != null) {
            describeIfMatch(patch);
            Stream.of(path.getGET(), patch)
                    .filter(operation ->
                            operation != null && operation.getResponses().hasAPIResponse("200"))
                    .forEach(operation -> add("ETag", operation.getResponses().getAPIResponse("200")));
        }
        Map<HttpMethod, Operation> operations = path.getOperations();
        operations.values().forEach(HeadersInOpenApi::complete);
    }

    private static void complete(Operation operation) {
        operation.addParameter(OASFactory.createParameter().ref(RequestId.HEADER));
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            add(RequestId.HEADER, response);
            Stream.of("Location", "ETag")
                    .filter(name ->
                            status.startsWith("2") && described(response).contains(name))
                    .forEach(name -> add(name, response));
            if (List.of("4XX", "429", "503").contains(status)) {
                add("Retry-After", response);
            }
        });
    }

    private static void describeIfMatch(Operation patch) {
        patch.getParameters().stream()
                .filter(parameter -> IF_MATCH.equals(parameter.getName()))
                .forEach(header -> header.description(
                                "The ETag that the change builds on: 412 when it is not the newest")
                        .required(patch.getResponses().hasAPIResponse("428")));
    }

    private static String described(APIResponse response) {
        return response.getDescription() == null ? "" : response.getDescription();
    }

    private static void add(String name, APIResponse response) {
        response.addHeader(name, OASFactory.createHeader().ref(name));
    }

    private static Parameter parameter(String name, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(In.HEADER)
                .description(description)
                .schema(text());
    }

    private static Header header(String description, Schema schema) {
        return OASFactory.createHeader().description(description).schema(schema);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    private static Schema number() {
        return OASFactory.createSchema().addType(SchemaType.INTEGER);
    }
}
