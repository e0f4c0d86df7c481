package org.convoke.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convoke.parts.Part;
import org.convoke.parts.PartFailed;
import org.convoke.parts.Place;
import org.convoke.parts.Platform;

/** One of our services, run from its build; it serves when its readiness probe says so. */
public final class Service extends Part {

    static final String JAVA_OPTIONS = "CONVOKE_JAVA_OPTS";

    /** JEP 519: a quarter less memory for an idle connection, from Java 25 on. */
    public static final String SMALL_HEADERS = "-XX:+IgnoreUnrecognizedVMOptions -XX:+UseCompactObjectHeaders";

    /** The quick compiler alone: on few cores the other takes minutes of processor time before it pays. */
    private static final String JVM = "-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 " + SMALL_HEADERS;

    private final Path jar;
    private final int management;
    private final Map<String, String> environment;

    public Service(Place place, String name, Path project, int port, int management, Map<String, String> environment) {
        super(name, place, port);
        this.jar = project.resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
        this.management = management;
        this.environment = environment;
    }

    @Override
    protected List<String> command() {
        if (!Files.exists(jar)) {
            throw new PartFailed(name() + " is not built: there is no " + jar);
        }
        var command = new ArrayList<>(List.of(Platform.java()));
        String options = environment.getOrDefault(JAVA_OPTIONS, System.getenv().getOrDefault(JAVA_OPTIONS, JVM));
        command.addAll(List.of(options.strip().split("\\s+")));
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    @Override
    protected Map<String, String> environment() {
        return environment;
    }

    @Override
    public List<Integer> ports() {
        return List.of(port(), management);
    }

    /** One that ends while starting is noticed at once; one on a busy machine is only slow. */
    @Override
    protected Duration patience() {
        return Duration.ofMinutes(3);
    }

    @Override
    protected boolean answers() throws IOException, InterruptedException {
        return Http.ok("http://127.0.0.1:" + management + "/q/health/ready");
    }
}
