package org.convoke.doors.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convoke.doors.rest.JsonFields.Field;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.IndexView;

/**
 * Says of every field what {@code @Nullable} says in the code: in what callers write it may be left out, in what they
 * read it is there and may be null. Before {@link ProblemsInOpenApi}, whose schema is its own.
 */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = 2)
public class NullsInOpenApi implements OASFilter {

    private final JsonFields records;

    public NullsInOpenApi(IndexView index) {
        records = new JsonFields(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null || api.getComponents().getSchemas() == null) {
            return;
        }
        SchemaUse use = SchemaUse.in(api);
        api.getComponents().getSchemas().forEach((name, schema) -> {
            if (schema.getProperties() != null) {
                complete(name, schema, use);
            }
        });
    }

    private void complete(String name, Schema schema, SchemaUse use) {
        List<Field> fields = records.of(name, schema.getProperties().keySet());
        Map<String, Schema> properties = new LinkedHashMap<>();
        for (Field field : fields) {
            boolean mayBeNull =
                    field.nullable() && !field.leftOut() && use.read().contains(name);
            Schema property = schema.getProperties().get(field.name());
            properties.put(field.name(), mayBeNull ? orNull(property) : property);
        }
        schema.setProperties(properties);
        boolean written = use.written().contains(name);
        List<String> required = fields.stream()
                .filter(field -> !field.nullable() || !field.leftOut() && !written)
                .map(Field::name)
                .toList();
        schema.setRequired(required.isEmpty() ? null : required);
    }

    private static Schema orNull(Schema schema) {
        if (schema.getRef() == null && schema.getEnumeration() == null) {
            return schema.getType().contains(SchemaType.NULL) ? schema : schema.addType(SchemaType.NULL);
        }
        return OASFactory.createSchema()
                .anyOf(List.of(schema, OASFactory.createSchema().addType(SchemaType.NULL)));
    }
}
