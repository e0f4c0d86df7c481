package org.convoke.invitations.batch.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.convoke.doors.Invalid;
import org.convoke.doors.PlainText;
import org.convoke.invitations.batch.Item;

/**
 * Recipients as a table (RFC 4180).
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">what a spreadsheet makes of some values</a>
 */
final class Csv {

    static final String MEDIA_TYPE = "text/csv";
    static final MediaType TYPE = MediaType.valueOf(MEDIA_TYPE);

    static final String INVITEES_EXAMPLE = """
            inviteeId
            5f0c3f7e-6a0e-4b0c-9d5b-0d3d6b8f2a11
            b1a4a0f4-52a5-4d0e-8a43-7f6f4f0f6c2d
            """;
    static final String ITEMS_EXAMPLE = """
            inviteeId,outcome,invitationId
            5f0c3f7e-6a0e-4b0c-9d5b-0d3d6b8f2a11,CREATED,01890a5d-ac96-7d3f-9a2b-0c5d1e2f3a4b
            b1a4a0f4-52a5-4d0e-8a43-7f6f4f0f6c2d,ALREADY_MEMBER,
            """;

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String BEGINS_A_FORMULA = "=+-@\t\r";

    private static final CsvMapper MAPPER = CsvMapper.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.TRIM_SPACES)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();
    private static final ObjectReader ROWS = MAPPER.readerFor(String[].class);
    private static final ObjectWriter ITEMS = MAPPER.writer(CsvSchema.builder()
            .addColumns(List.of("inviteeId", "outcome", "invitationId"), CsvSchema.ColumnType.STRING)
            .setLineSeparator("\r\n")
            .build()
            .withHeader());

    private Csv() {}

    /**
     * The values of a table of one column, without those that are blank; a line with the column's name may stand above.
     *
     * @throws Invalid when there are more columns, or the bytes are no CSV in UTF-8
     */
    static List<String> column(String name, byte[] body) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            List<String> values = values(name, text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
            return !values.isEmpty() && values.getFirst().equals(name) ? values.subList(1, values.size()) : values;
        } catch (CharacterCodingException e) {
            throw new Invalid(name + "s", "are not in UTF-8");
        } catch (IOException e) {
            throw new Invalid(name + "s", "are no well-formed CSV");
        }
    }

    private static List<String> values(String name, String text) throws IOException {
        List<String> values = new ArrayList<>();
        try (MappingIterator<String[]> rows = ROWS.readValues(text)) {
            while (rows.hasNextValue()) {
                String[] row = rows.nextValue();
                if (row.length > 1) {
                    throw new Invalid(name + "s", "must be the only column");
                }
                if (row.length == 1 && !row[0].isBlank()) {
                    values.add(PlainText.normal(row[0]));
                }
            }
        }
        return values;
    }

    static String of(List<Item> items) {
        var text = new StringWriter();
        try (SequenceWriter rows = ITEMS.writeValues(text)) {
            for (Item item : items) {
                rows.write(new String[] {
                    asText(item.inviteeId()),
                    Objects.toString(item.outcome(), null),
                    Objects.toString(item.invitationId(), null)
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** What a spreadsheet would take for a formula is a text to it. */
    private static String asText(String value) {
        return BEGINS_A_FORMULA.indexOf(value.charAt(0)) < 0 ? value : "'" + value;
    }
}
