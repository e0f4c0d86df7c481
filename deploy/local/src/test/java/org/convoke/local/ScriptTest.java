package org.convoke.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code convoke}, in a project of its own with a Maven that only says which JDK it was given. */
class ScriptTest {

    private static final List<String> TOOLS = List.of(
            "cat", "cksum", "dirname", "env", "find", "grep", "mkdir", "ps", "readlink", "sed", "sort", "tail", "tr");

    @TempDir
    Path project;

    private Path bin;

    @BeforeEach
    void project() throws IOException {
        Path script = project.resolve("convoke");
        Files.copy(Path.of("../../convoke"), script);
        executable(script);
        Files.createDirectories(project.resolve("deploy/local/target"));
        bin = Files.createDirectory(project.resolve("bin"));
        for (String tool : TOOLS) {
            program(bin.resolve(tool), "exec " + found(tool) + " \"$@\"");
        }
        maven("3.9.9");
        node("22");
        program(bin.resolve("chromium"), "exit 0");
        for (String npm : List.of(
                "realtime-gateway/clients/typescript",
                "realtime-gateway/src/main/webui",
                "deploy/e2e/socketio",
                "deploy/e2e/web")) {
            Files.createDirectories(project.resolve(npm));
        }
    }

    @Test
    void anUnknownCommandShowsTheUsage() throws Exception {
        Outcome outcome = convoke(Map.of(), "fly");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.output()).startsWith("usage: ./convoke <command>");
        assertThat(convoke(Map.of()).exit()).isEqualTo(2);
        assertThat(convoke(Map.of(), "up", "--now").exit()).isEqualTo(2);
        assertThat(convoke(Map.of(), "bench", "walls").exit()).isEqualTo(2);
        assertThat(convoke(Map.of(), "help").exit()).isZero();
    }

    @Test
    void everyCommandOfTheUsageIsKnown() throws Exception {
        String jdk = jdk("mine", "21").toString();
        Files.delete(bin.resolve("mvn"));
        String usage = convoke(Map.of(), "help").output();
        for (String command : List.of("demo", "chaos")) {
            assertThat(usage).contains("\n  " + command);
            assertThat(convoke(Map.of("JAVA_HOME", jdk), command).output()).endsWith("mvn is not on the PATH\n");
        }
    }

    @Test
    void theJdkOfJavaHomeIsTakenWhenItIsNewEnough() throws Exception {
        Path jdk = jdk("mine", "21.0.2");
        assertThat(convoke(Map.of("JAVA_HOME", jdk.toString()), "test").output())
                .isEqualTo("verified with " + jdk + "\n");
    }

    @Test
    void otherwiseTheNewestOfTheUsualFoldersIsTaken() throws Exception {
        Path old = jdk("old", "17.0.9");
        jdk(".jdks/a", "97.0.1");
        Path newest = jdk(".sdkman/candidates/java/b", "99");
        assertThat(convoke(Map.of("JAVA_HOME", old.toString()), "test").output())
                .isEqualTo("verified with " + newest + "\n");
    }

    @Test
    void whatIsMissingIsSaidInOneLine() throws Exception {
        String jdk = jdk("mine", "21").toString();
        maven("3.6.3");
        Outcome old = convoke(Map.of("JAVA_HOME", jdk), "test");
        assertThat(old).isEqualTo(new Outcome(1, "convoke: Maven 3.8 or newer is needed, and mvn is 3.6\n"));
        Files.delete(bin.resolve("mvn"));
        Outcome none = convoke(Map.of("JAVA_HOME", jdk), "test");
        assertThat(none)
                .isEqualTo(new Outcome(1, "convoke: Maven 3.8 or newer is needed and mvn is not on the PATH\n"));
    }

    @Test
    void anOldNodeOrNoneIsSaidBeforeAnythingIsBuilt() throws Exception {
        Map<String, String> jdk = Map.of("JAVA_HOME", jdk("mine", "21").toString());
        String needed = "convoke: Node 20 or newer is needed";
        node("18");
        for (String[] command : new String[][] {{"test"}, {"up"}, {"demo"}, {"chaos"}, {"bench", "rest"}}) {
            assertThat(convoke(jdk, command)).isEqualTo(new Outcome(1, needed + ", and node is 18\n"));
        }
        Files.delete(bin.resolve("npm"));
        assertThat(convoke(jdk, "up")).isEqualTo(new Outcome(1, needed + " and npm is not on the PATH\n"));
    }

    @Test
    void whatFailsInAClientOrAServiceFailsTheWhole() throws Exception {
        Map<String, String> jdk = Map.of("JAVA_HOME", jdk("mine", "21").toString());
        program(bin.resolve("npm"), "[ $1 != run ] || { echo 'an error of the page'; exit 1; }");
        Outcome page = convoke(jdk, "test");
        assertThat(page.exit()).isEqualTo(1);
        assertThat(page.output()).contains("verified with", "an error of the page", "checks of the web client");
        program(bin.resolve("npm"), "exit 0");
        program(bin.resolve("mvn"), "[ $1 != -v ] || { echo Apache Maven 3.9.9; exit 0; }; exit 3");
        assertThat(convoke(jdk, "test")).isEqualTo(new Outcome(3, ""));
        assertThat(project.resolve("deploy/local/target/built")).doesNotExist();
    }

    @Test
    void testsAreToldWhichBrowserToDrive() throws Exception {
        String jdk = jdk("mine", "21").toString();
        program(
                bin.resolve("mvn"),
                "if [ \"$1\" = -v ]; then echo Apache Maven 3.9.9; else echo $CONVOKE_CHROMIUM; fi");
        Path own = project.resolve("own-browser");
        program(own, "exit 0");
        assertThat(convoke(Map.of("JAVA_HOME", jdk, "CONVOKE_CHROMIUM", own.toString()), "test")
                        .output())
                .isEqualTo(own + "\n");
        assertThat(convoke(Map.of("JAVA_HOME", jdk), "test").output()).isEqualTo(bin.resolve("chromium") + "\n");
        Files.move(bin.resolve("chromium"), bin.resolve("google-chrome"));
        assertThat(convoke(Map.of("JAVA_HOME", jdk), "test").output()).isEqualTo(bin.resolve("google-chrome") + "\n");
    }

    @Test
    void withoutABrowserDebiansIsInstalledByThoseWhoMay() throws Exception {
        Map<String, String> jdk = Map.of("JAVA_HOME", jdk("mine", "21").toString());
        Files.move(bin.resolve("chromium"), project.resolve("package"));
        program(
                bin.resolve("apt-get"),
                "[ $1 = update ] || mv " + project.resolve("package") + " " + bin + "/chromium");
        program(bin.resolve("mv"), "exec " + found("mv") + " \"$@\"");
        program(bin.resolve("id"), "echo 1000");
        assertThat(convoke(jdk, "test").output()).startsWith("convoke: Chromium is needed for the tests");
        program(bin.resolve("id"), "echo 0");
        assertThat(convoke(jdk, "test").output())
                .startsWith("installing Chromium")
                .contains("verified with");
    }

    @Test
    void aBrowserThatIsNoneIsNotTaken() throws Exception {
        String jdk = jdk("mine", "21").toString();
        assertThat(convoke(Map.of("JAVA_HOME", jdk, "CONVOKE_CHROMIUM", "/nowhere"), "test")
                        .output())
                .isEqualTo("convoke: CONVOKE_CHROMIUM is /nowhere, which is no program\n");
    }

    @Test
    void logsOfAStackThatNeverRanAndOfAPartThatDoesNotExistAreRefused() throws Exception {
        assertThat(convoke(Map.of(), "logs").output()).contains("the stack was never up");
        Path logs = Files.createDirectories(project.resolve(".convoke/logs"));
        Files.writeString(logs.resolve("kafka.log"), "");
        Outcome outcome = convoke(Map.of(), "logs", "kafak");
        assertThat(outcome).isEqualTo(new Outcome(2, "convoke: there is no log of kafak; there are: kafka\n"));
    }

    private Outcome convoke(Map<String, String> environment, String... arguments) throws Exception {
        var builder = new ProcessBuilder(Stream.concat(
                                Stream.of("/bin/sh", project.resolve("convoke").toString()), Stream.of(arguments))
                        .toList())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", bin.toString(), "HOME", project.toString()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        return new Outcome(process.waitFor(), output);
    }

    private void maven(String version) throws IOException {
        program(bin.resolve("mvn"), """
                if [ "$1" = -v ]; then echo 'Apache Maven %s (x)'; else echo "verified with $JAVA_HOME"; fi
                """.formatted(version));
    }

    private void node(String version) throws IOException {
        program(bin.resolve("node"), "echo " + version);
        program(bin.resolve("npm"), "exit 0");
    }

    private Path jdk(String folder, String version) throws IOException {
        Path jdk = project.toRealPath().resolve(folder);
        program(Files.createDirectories(jdk.resolve("bin")).resolve("javac"), "exit 1");
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return jdk;
    }

    private static String found(String tool) {
        return Stream.of("/usr/bin/", "/bin/")
                .map(folder -> folder + tool)
                .filter(path -> Files.exists(Path.of(path)))
                .findFirst()
                .orElseThrow();
    }

    private static void program(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        executable(file);
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    record Outcome(int exit, String output) {}
}
