package org.convoke.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people see: Playwright's tests in {@code web}, three people at their browsers and the stack beneath. */
@ExtendWith(Running.class)
class WebClientTest {

    @Test
    void thePageDoesWhatItsTestsSay() throws Exception {
        Path said = Path.of("target/web-client.log");
        ProcessBuilder npm = new ProcessBuilder("npm", "test")
                .directory(Path.of("web").toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        npm.environment()
                .putAll(Map.of(
                        "CONVOKE_HOME", Running.settings().home().folder().toString(),
                        "CONVOKE_PORT_OFFSET", Integer.toString(Running.ports().offset())));
        int exit = npm.start().waitFor();
        System.out.println(Files.readString(said));
        assertThat(exit).isZero();
    }
}
