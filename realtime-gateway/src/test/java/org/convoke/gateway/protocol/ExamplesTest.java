package org.convoke.gateway.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.gateway.Told.someone;
import static org.convoke.gateway.protocol.Listeners.errorCode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.function.BiConsumer;
import org.convoke.gateway.GwClient;
import org.convoke.gateway.Told;
import org.convoke.gateway.protocol.ProtocolDocument.Message;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The examples of {@code asyncapi.yaml} as they stand, and with names of this world, said to the running gateway. */
@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class ExamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource
    URL url;

    private final ProtocolDocument document = ProtocolDocument.read();
    private final Told told = new Told();
    private final String ann = someone("ann");
    private Listeners listeners;

    @BeforeEach
    void listen() {
        listeners = new Listeners(document, url.getPort());
    }

    @AfterEach
    void everyFrameConforms() {
        told.close();
        listeners.closeAndCompare();
    }

    @Test
    void anExampleIsAnsweredAsItSays() {
        GwClient owner = listeners.signedIn(ann);
        String group = told.groupCreated(ann, "PUBLIC").id().toString();
        owner.frame("joined", any -> true);
        eachExample((message, example) -> replay(message, inThisWorld(example, group)));
    }

    @Test
    void anExampleInForeignNamesIsUnderstoodAndRefusedAsItSays() {
        eachExample((message, example) -> {
            try (GwClient client = client(message)) {
                client.raw(example.toString());
                if (example.has("id")) {
                    assertThat(errorCode(client.reply(example.path("id").asLong())))
                            .isNotEqualTo(107);
                }
            }
        });
    }

    private void eachExample(BiConsumer<Message, JsonNode> test) {
        for (Message message : document.received()) {
            message.examples().forEach(example -> test.accept(message, example));
        }
    }

    private void replay(Message message, JsonNode example) {
        try (GwClient client = client(message)) {
            if (message.name().equals("sub")) {
                String channel = example.path("d").path("ch").asText();
                client.send("unsub", 99, GwClient.data().put("ch", channel));
            }
            client.raw(example.toString());
            client.send("ping", 100, GwClient.data());
            client.reply(100);
            if (example.has("id") && !document.answers(message).isEmpty()) {
                JsonNode answer = client.reply(example.path("id").asLong());
                assertThat(document.answers(message))
                        .as("%s to %s", answer, example)
                        .anyMatch(each -> each.violations(answer).isEmpty());
            }
            assertThat(client.frames()).as("after %s", example).noneMatch(frame -> errorCode(frame) != 0);
        }
    }

    private GwClient client(Message message) {
        return message.name().equals("auth") ? listeners.greeted() : listeners.signedIn(ann);
    }

    /** The example with a token, a group and positions that there are. */
    private JsonNode inThisWorld(JsonNode example, String group) {
        String text = example.toString()
                .replaceAll("eyJ[\\w.-]+", GwClient.token(ann))
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", group)
                .replaceAll("\"[0-9a-z]+\\.[0-9]+\\.[0-9a-f]{12}\"", "\"0.0.0\"");
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
