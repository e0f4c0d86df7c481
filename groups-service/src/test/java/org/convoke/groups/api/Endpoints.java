package org.convoke.groups.api;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.List;

/** All REST endpoints of the service, as the classes declare them. */
final class Endpoints {

    private Endpoints() {}

    /** Each as {@code GET /api/v1/groups/{g}}. */
    static List<String> all() {
        return methods().stream().map(Endpoints::named).toList();
    }

    static List<JavaMethod> methods() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.convoke.groups").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class) && !type.isInterface())
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                        .toList();
    }

    private static String named(JavaMethod method) {
        String verb = method.getAnnotations().stream()
                .filter(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class))
                .map(annotation -> annotation.getRawType().getSimpleName())
                .findFirst()
                .orElseThrow();
        String path = method.getOwner().getAnnotationOfType(Path.class).value();
        return verb + " "
                + path
                + method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
    }
}
