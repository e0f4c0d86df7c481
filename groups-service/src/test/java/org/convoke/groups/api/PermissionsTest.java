package org.convoke.groups.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PermissionsTest {

    private final List<JavaMethod> endpoints = Endpoints.methods();

    @Test
    void everyEndpointDeclaresItsPermission() {
        assertThat(endpoints).hasSizeGreaterThan(8).allMatch(PermissionsTest::declaresPermission);
    }

    @Test
    void whatIsInternalIsForTheServiceOnly() {
        assertThat(endpoints)
                .filteredOn(endpoint -> path(endpoint.getOwner()).startsWith("/internal"))
                .isNotEmpty()
                .allMatch(endpoint -> List.of(endpoint.getOwner()
                                .getAnnotationOfType(RolesAllowed.class)
                                .value())
                        .equals(List.of("membership:write")));
    }

    private static boolean declaresPermission(JavaMethod endpoint) {
        return endpoint.isAnnotatedWith(Authenticated.class)
                || endpoint.isAnnotatedWith(RolesAllowed.class)
                || endpoint.getOwner().isAnnotatedWith(RolesAllowed.class);
    }

    private static String path(JavaClass resource) {
        return resource.getAnnotationOfType(Path.class).value();
    }
}
