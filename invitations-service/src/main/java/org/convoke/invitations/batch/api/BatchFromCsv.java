package org.convoke.invitations.batch.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.UUID;
import java.util.function.Function;
import org.convoke.doors.Invalid;
import org.convoke.doors.PlainText;
import org.jspecify.annotations.Nullable;

/** Reads the same {@link NewBatch} from a CSV of invitees and a query that says the rest. */
@Provider
@Consumes(Csv.MEDIA_TYPE)
public class BatchFromCsv implements MessageBodyReader<NewBatch> {

    private final UriInfo uri;

    public BatchFromCsv(UriInfo uri) {
        this.uri = uri;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == NewBatch.class;
    }

    @Override
    public NewBatch readFrom(
            Class<NewBatch> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        if (!"utf-8".equalsIgnoreCase(mediaType.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, "utf-8"))) {
            throw new NotSupportedException();
        }
        return new NewBatch(
                query("groupId", BatchFromCsv::uuid),
                Csv.column("inviteeId", body.readAllBytes()),
                query("message", PlainText::normal),
                query("expiresInDays", Integer::valueOf));
    }

    private <T> @Nullable T query(String name, Function<String, T> reader) {
        String text = uri.getQueryParameters().getFirst(name);
        try {
            return text == null ? null : reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw new Invalid(name, "is not of its type");
        }
    }

    /** {@link UUID#fromString} alone also takes {@code 1-1-1-1-1}. */
    private static UUID uuid(String text) {
        UUID uuid = UUID.fromString(text);
        if (!uuid.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException(text);
        }
        return uuid;
    }
}
