package org.convoke.groups.erasure.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.convoke.groups.erasure.PersonalData;
import org.convoke.groups.erasure.PersonalData.Entry;
import org.convoke.groups.erasure.PersonalData.Section;
import org.convoke.groups.person.api.PersonView;

/** Writes all that is kept about a person while it reads it: a part at a time is in memory. */
record Export(PersonView person, PersonalData data, ObjectMapper json) implements StreamingOutput {

    @Override
    public void write(OutputStream out) throws IOException {
        try (JsonGenerator generator = json.getFactory().createGenerator(out)) {
            generator.writeStartObject();
            generator.writePOJOField("person", person);
            for (Section section : Section.values()) {
                generator.writeArrayFieldStart(section.title());
                write(section, generator);
                generator.writeEndArray();
            }
            generator.writeEndObject();
        }
    }

    private void write(Section section, JsonGenerator generator) throws IOException {
        List<Entry> part = data.after(PersonalData.START, section, person.id());
        while (!part.isEmpty()) {
            for (Entry entry : part) {
                generator.writeRawValue(entry.json());
            }
            part = data.after(part.getLast().key(), section, person.id());
        }
    }
}
