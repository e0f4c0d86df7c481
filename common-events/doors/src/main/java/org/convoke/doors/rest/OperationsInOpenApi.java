package org.convoke.doors.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.MethodParameterInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/**
 * Lets no build pass whose description a client cannot be generated from: every operation has a name, every answer with
 * a body says which. A body that the code takes as {@code @Nullable} may be left out.
 */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = 2)
public class OperationsInOpenApi implements OASFilter {

    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final Set<String> WITHOUT_A_BODY = Set.of("void", "Void");

    /** By their operations' names, of which SmallRye lets none be there twice. */
    private final Map<String, MethodInfo> methods;

    public OperationsInOpenApi(IndexView index) {
        methods = index.getAnnotations(org.eclipse.microprofile.openapi.annotations.Operation.class).stream()
                .filter(annotation -> annotation.value("operationId") != null)
                .collect(Collectors.toMap(
                        annotation -> annotation.value("operationId").asString(),
                        annotation -> annotation.target().asMethod(),
                        (method, inAnotherIndex) -> method));
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((verb, operation) -> complete(verb + " " + path, operation)));
    }

    private void complete(String where, Operation operation) {
        MethodInfo method = Optional.ofNullable(operation.getOperationId())
                .map(methods::get)
                .orElseThrow(() -> new IllegalStateException(where + " has no operationId"));
        if (operation.getRequestBody() != null && bodyMayBeNull(method)) {
            operation.getRequestBody().setRequired(false);
        }
        if (!WITHOUT_A_BODY.contains(body(method.returnType()).name().local())) {
            operation.getResponses().getAPIResponses().forEach((status, answer) -> {
                if (status.startsWith("2") && answer.getContent() == null) {
                    throw new IllegalStateException(where + " does not say the body of " + status);
                }
            });
        }
    }

    private static boolean bodyMayBeNull(MethodInfo method) {
        return method.parameters().stream()
                .filter(parameter -> parameter.type().hasAnnotation(NULLABLE))
                .anyMatch(OperationsInOpenApi::isBody);
    }

    /** What is read of path, query and headers says so. */
    private static boolean isBody(MethodParameterInfo parameter) {
        return parameter.declaredAnnotations().stream()
                .map(AnnotationInstance::name)
                .noneMatch(name -> name.packagePrefix().startsWith("jakarta.ws.rs"));
    }

    /** Within {@code Uni} and {@code RestResponse}. */
    private static Type body(Type type) {
        return type.kind() == Type.Kind.PARAMETERIZED_TYPE
                ? body(type.asParameterizedType().arguments().getFirst())
                : type;
    }
}
