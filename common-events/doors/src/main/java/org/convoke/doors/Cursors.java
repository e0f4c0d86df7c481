package org.convoke.doors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.zip.CRC32C;

/**
 * Writes places in one kind of list as opaque cursors and reads them back. A cursor that was changed, or comes from a
 * list of another kind, is refused with 400; it grants nothing, so a checksum is enough.
 *
 * @param list tells the kinds of lists apart; part of the checksum
 * @param fields how many values a place has
 */
public record Cursors(String list, int fields) {

    private static final String SEPARATOR = "\0";

    public String write(List<String> place) {
        byte[] text = String.join(SEPARATOR, place).getBytes(UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + text.length);
        bytes.putInt(checksum(text)).put(text);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** @throws Invalid when {@link #write} of this kind of list did not make it */
    public <P> P read(String cursor, Function<List<String>, P> place) {
        try {
            return place.apply(fields(Base64.getUrlDecoder().decode(cursor), cursor));
        } catch (IllegalArgumentException | DateTimeException | BufferUnderflowException e) {
            throw new Invalid("cursor", "is not a cursor of this list");
        }
    }

    private List<String> fields(byte[] decoded, String cursor) {
        ByteBuffer bytes = ByteBuffer.wrap(decoded);
        bytes.getInt();
        List<String> place = List.of(UTF_8.decode(bytes).toString().split(SEPARATOR, -1));
        if (place.size() != fields || !write(place).equals(cursor)) {
            throw new IllegalArgumentException(cursor);
        }
        return place;
    }

    private int checksum(byte[] text) {
        CRC32C checksum = new CRC32C();
        checksum.update(list.getBytes(UTF_8));
        checksum.update(text);
        return (int) checksum.getValue();
    }
}
