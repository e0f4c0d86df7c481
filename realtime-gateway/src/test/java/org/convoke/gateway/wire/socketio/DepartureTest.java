package org.convoke.gateway.wire.socketio;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.Map;
import org.convoke.gateway.wire.Departure;
import org.convoke.gateway.wire.socketio.engine.SocketClient;
import org.convoke.parts.RealParts;
import org.junit.jupiter.api.Test;

/** A pod that goes away; it is one of its own, since it does not come back. */
@QuarkusTest
@TestProfile(DepartureTest.Leaving.class)
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class DepartureTest {

    private static final String PATH = "/socket.io/?EIO=4&transport=polling";

    public static final class Leaving extends EchoInTheGateway {}

    @TestHTTPResource
    URL url;

    @Inject
    Departure departure;

    @Test
    void nobodyComesInAnyMoreAndWhoIsHereIsServedToTheEnd() {
        String sid = new JsonObject(given().get(PATH).asString().substring(1)).getString("sid");
        departure.begin(1);
        given().get(PATH).then().statusCode(503).header("Retry-After", notNullValue());
        assertThat(SocketClient.refusedAt(url.getPort(), "/socket.io/?EIO=4&transport=websocket", Map.of()))
                .isEqualTo(503);
        given().contentType("text/plain; charset=UTF-8")
                .body("4hello")
                .post(PATH + "&sid=" + sid)
                .then()
                .statusCode(200);
        given().get(PATH + "&sid=" + sid).then().statusCode(200).body(equalTo("4hello"));
    }
}
