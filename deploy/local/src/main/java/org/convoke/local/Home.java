package org.convoke.local;

import java.nio.file.Path;
import java.util.Map;
import org.convoke.parts.Folder;
import org.convoke.parts.Place;

/** The folder that holds what the stack keeps: data, logs and process ids. */
public record Home(Path folder) {

    /** {@code CONVOKE_HOME}, by default {@code .convoke} in the project. */
    public static Home of(Map<String, String> environment, Path project) {
        String given = environment.get("CONVOKE_HOME");
        return new Home(
                given == null ? project.resolve(".convoke") : Path.of(given).toAbsolutePath());
    }

    /** Where that part keeps its data, its log and its process id. */
    public Place place(String part) {
        return new Place(
                folder.resolve("data").resolve(part), logs().resolve(part + ".log"), run().resolve(part + ".pid"));
    }

    Path logs() {
        return folder.resolve("logs");
    }

    Path run() {
        return folder.resolve("run");
    }

    /** Forgets all data and all logs. */
    void empty() {
        Folder.delete(folder.resolve("data"));
        Folder.delete(logs());
    }
}
