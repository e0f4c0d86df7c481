package org.convoke.doors.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.convoke.doors.Problem;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Says of every operation that it refuses with a problem, and under which codes. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ProblemsInOpenApi implements OASFilter {

    /** In an order of its own: the document is compared with the one in the repository. */
    private static final Map<String, Object> EXAMPLE = new TreeMap<>(Map.of(
            "type", "https://convoke.dev/problems/not-found",
            "title", "Not found",
            "status", 404,
            "detail", "There is nothing here, or nothing that you may see.",
            "code", "not-found",
            "instance", "/api/v1/groups/01900000-0000-7000-8000-000000000000"));

    private static final String ANYWHERE = "Refused; `code` says why. With every operation: `unauthenticated` (401),"
            + " `forbidden` (403), `not-found` (404), `rate-limited` (429)";
    private static final String WITH_PARAMETERS = ", `invalid` (400, with `errors`)";
    private static final String WITH_A_BODY =
            ", `malformed-json` and `unknown-field` (400), `too-large` (413)," + " `unsupported-media-type` (415)";

    @Override
    public Operation filterOperation(Operation operation) {
        operation.getResponses().addAPIResponse("4XX", refusal(codes(operation)));
        operation.getResponses().addAPIResponse("503", refusal("Not possible at the moment; Retry-After says when"));
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("4") && response.getContent() == null) {
                response.setContent(problem());
            }
        });
        return operation;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents().addSchema("Problem", schema());
    }

    private static String codes(Operation operation) {
        boolean body = operation.getRequestBody() != null;
        boolean parameters =
                operation.getParameters() != null && !operation.getParameters().isEmpty();
        return ANYWHERE + (body || parameters ? WITH_PARAMETERS : "") + (body ? WITH_A_BODY : "") + ".";
    }

    private static APIResponse refusal(String description) {
        return OASFactory.createAPIResponse().description(description).content(problem());
    }

    private static Content problem() {
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem")));
    }

    private static Schema schema() {
        Schema error = object().addProperty("field", text())
                .addProperty("message", text())
                .required(List.of("field", "message"));
        return object().description("A refusal (RFC 9457); some have members of their own")
                .addExample(EXAMPLE)
                .additionalPropertiesBoolean(true)
                .addProperty("type", text())
                .addProperty("title", text())
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text())
                .addProperty("code", text().description("Stable, unlike title and detail"))
                .addProperty("instance", text())
                .addProperty(
                        "errors",
                        OASFactory.createSchema().addType(SchemaType.ARRAY).items(error))
                .required(List.of("type", "title", "status", "detail", "code", "instance"));
    }

    private static Schema object() {
        return OASFactory.createSchema().addType(SchemaType.OBJECT);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
