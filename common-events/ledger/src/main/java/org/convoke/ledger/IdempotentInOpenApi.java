package org.convoke.ledger;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/** Says of the {@link Idempotent} operations that they are; last, when their refusals are written. */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = -1)
public class IdempotentInOpenApi implements OASFilter {

    private static final String KEY = "Idempotency-Key";
    private static final String CODES =
            " With an Idempotency-Key: `idempotency-key-reused` (422), `idempotency-key-in-use` (409).";

    private final IndexView index;

    public IdempotentInOpenApi(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getComponents().addParameter(KEY, key()).addHeader(StoredAnswer.REPLAYED, replayed());
        index.getAnnotations(Idempotent.class).stream()
                .map(AnnotationInstance::target)
                .filter(target -> target.kind() == AnnotationTarget.Kind.METHOD)
                .map(target -> path(target.asMethod()))
                .distinct()
                .map(api.getPaths()::getPathItem)
                .flatMap(Stream::ofNullable)
                .map(PathItem::getPOST)
                .flatMap(Stream::ofNullable)
                .forEach(IdempotentInOpenApi::complete);
    }

    private static void complete(Operation operation) {
        operation.addParameter(OASFactory.createParameter().ref(KEY));
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                response.addHeader(
                        StoredAnswer.REPLAYED, OASFactory.createHeader().ref(StoredAnswer.REPLAYED));
            }
        });
        APIResponse refused = operation.getResponses().getAPIResponse("4XX");
        refused.setDescription(refused.getDescription() + CODES);
    }

    private static String path(MethodInfo method) {
        String path = declared(method.declaringClass().declaredAnnotation(Path.class))
                + declared(method.annotation(Path.class));
        return path.replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}");
    }

    private static String declared(@Nullable AnnotationInstance path) {
        return Optional.ofNullable(path)
                .map(given -> given.value().asString())
                .map(value -> value.startsWith("/") ? value : "/" + value)
                .orElse("");
    }

    private static Parameter key() {
        return OASFactory.createParameter()
                .name(KEY)
                .in(In.HEADER)
                .description(
                        "1 to 255 visible ASCII characters, the caller's own for this request: for 24 hours a repeat"
                                + " is given the same answer and causes nothing")
                .schema(text());
    }

    private static Header replayed() {
        return OASFactory.createHeader()
                .description("`true` when the answer is the stored one of an earlier request with this key")
                .schema(text());
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
