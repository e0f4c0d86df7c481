package org.convoke.doors.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/** The fields that the records of our doors have in JSON, found by the names that the records have in OpenAPI. */
final class JsonFields {

    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName SCHEMA =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");
    private static final DotName IGNORE = jackson("JsonIgnore");
    private static final DotName INCLUDE = jackson("JsonInclude");
    private static final DotName UNWRAPPED = jackson("JsonUnwrapped");

    /**
     * A field.
     *
     * @param leftOut where it would be null
     */
    record Field(String name, boolean nullable, boolean leftOut) {}

    private final IndexView index;

    JsonFields(IndexView index) {
        this.index = index;
    }

    /** @throws IllegalStateException when no record has exactly these fields under this name, or several differ */
    List<Field> of(String schema, Set<String> properties) {
        List<List<Field>> found = index.getKnownClasses().stream()
                .filter(type -> type.isRecord() && isNamed(type, schema))
                .map(this::fields)
                .filter(fields -> names(fields).equals(properties))
                .distinct()
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " records could be the schema " + schema + " " + properties);
        }
        return found.getFirst();
    }

    /** A page is named after what is on it, and the second of two namesakes has a number. */
    private static boolean isNamed(ClassInfo type, String schema) {
        String own = Optional.ofNullable(type.declaredAnnotation(SCHEMA))
                .map(annotation -> annotation.value("name"))
                .map(AnnotationValue::asString)
                .orElse(type.simpleName());
        return type.typeParameters().isEmpty() ? schema.matches(own + "\\d*") : schema.startsWith(own);
    }

    private List<Field> fields(ClassInfo type) {
        List<Field> fields = new ArrayList<>();
        for (RecordComponentInfo component : type.recordComponentsInDeclarationOrder()) {
            if (annotation(type, component, UNWRAPPED).isPresent()) {
                fields.addAll(fields(index.getClassByName(component.type().name())));
            } else if (annotation(type, component, IGNORE).isEmpty()) {
                fields.add(new Field(
                        component.name(), component.type().hasAnnotation(NULLABLE), isLeftOut(type, component)));
            }
        }
        return fields;
    }

    private static boolean isLeftOut(ClassInfo type, RecordComponentInfo component) {
        return Stream.of(annotation(type, component, INCLUDE), Optional.ofNullable(type.declaredAnnotation(INCLUDE)))
                .flatMap(Optional::stream)
                .anyMatch(include -> include.value().asEnum().equals("NON_NULL"));
    }

    /** Jackson's annotations are not for components, but go on to their fields. */
    private static Optional<AnnotationInstance> annotation(
            ClassInfo type, RecordComponentInfo component, DotName annotation) {
        return Optional.ofNullable(type.field(component.name()).annotation(annotation));
    }

    private static Set<String> names(List<Field> fields) {
        return fields.stream().map(Field::name).collect(Collectors.toSet());
    }

    private static DotName jackson(String name) {
        return DotName.createSimple("com.fasterxml.jackson.annotation." + name);
    }
}
