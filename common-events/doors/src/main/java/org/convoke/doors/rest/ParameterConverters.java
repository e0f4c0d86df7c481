package org.convoke.doors.rest;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.convoke.doors.Invalid;
import org.jspecify.annotations.Nullable;

/** Ids, numbers and enums in paths and queries: what is none of these is a 400 with the parameter's name, not a 404. */
@Provider
public class ParameterConverters implements ParamConverterProvider {

    /** {@link UUID#fromString} alone also takes {@code 1-1-1-1-1}. */
    private static final Pattern UUID_FORM = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Function<String, ?> reader = reader(type);
        return reader == null ? null : new Converter<>(name(annotations), type, reader);
    }

    private static @Nullable Function<String, ?> reader(Class<?> type) {
        if (type == UUID.class) {
            return ParameterConverters::uuid;
        }
        if (type == int.class || type == Integer.class) {
            return Integer::valueOf;
        }
        if (type.isEnum()) {
            return text -> Arrays.stream(type.getEnumConstants())
                    .filter(each -> ((Enum<?>) each).name().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(text));
        }
        return null;
    }

    private static UUID uuid(String text) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return UUID.fromString(text);
    }

    private static String name(Annotation[] annotations) {
        for (Annotation annotation : annotations) {
            if (annotation instanceof PathParam path) {
                return path.value();
            }
            if (annotation instanceof QueryParam query) {
                return query.value();
            }
        }
        return "request";
    }

    private record Converter<T>(String name, Class<T> type, Function<String, ?> reader) implements ParamConverter<T> {

        @Override
        @SuppressWarnings("unchecked") // int.class casts nothing
        public T fromString(String text) {
            try {
                return (T) reader.apply(text);
            } catch (IllegalArgumentException e) {
                throw new Invalid(name, "is not of its type");
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
