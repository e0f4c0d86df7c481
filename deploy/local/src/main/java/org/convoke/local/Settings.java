package org.convoke.local;

import java.nio.file.Path;
import java.util.Map;

/** What the environment decides: the project, the home of the stack, its ports and its wiring. */
public record Settings(Path project, Home home, Ports ports, Wiring wiring) {

    /** The script names the project in {@code -Dconvoke.project}. */
    public static Settings current() {
        return of(Path.of(System.getProperty("convoke.project", "")).toAbsolutePath(), System.getenv());
    }

    public static Settings of(Path project, Map<String, String> environment) {
        Ports ports = Ports.of(environment);
        return new Settings(project, Home.of(environment, project), ports, new Wiring(environment, ports));
    }
}
