package org.convoke.gateway.wire.gw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.gateway.Told.someone;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.time.Duration;
import java.util.Map;
import org.convoke.events.GroupSnapshot;
import org.convoke.events.InvitationSnapshot;
import org.convoke.gateway.GwClient;
import org.convoke.gateway.Told;
import org.convoke.parts.RealParts;
import org.convoke.parts.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(value = RealParts.class, initArgs = @ResourceArg(name = "parts", value = "kafka,redis,issuer"))
class ProtocolTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    @TestHTTPResource
    URL url;

    private final String ada = someone("ada");

    @Test
    void helloComesFirstAndSaysWhatIsExpected() {
        try (GwClient client = GwClient.connect(url.getPort())) {
            JsonNode hello = client.frame("hello", any -> true);
            assertThat(hello.path("v").asInt()).isEqualTo(1);
            assertThat(hello.path("hb").asInt()).isEqualTo(25_000);
            assertThat(hello.path("hbTimeout").asInt()).isEqualTo(10_000);
            assertThat(hello.path("maxFrame").asInt()).isEqualTo(16_384);
            assertThat(client.frames().getFirst().path("t").asText()).isEqualTo("hello");
        }
    }

    @Test
    void aTokenAtTheUpgradeNeedsNoAuthFrame() {
        Map<String, String> header = Map.of("Authorization", "Bearer " + GwClient.token(ada));
        try (GwClient client = GwClient.connect(url.getPort(), header, "gw.v1")) {
            JsonNode ready = client.frame("ready", any -> true);
            assertThat(ready.path("user").asText()).isEqualTo(ada);
            assertThat(ready.path("channels").has("public")).isTrue();
        }
    }

    enum Forgery {
        GARBAGE,
        EXPIRED,
        ALG_NONE,
        HMAC_WITH_PUBLIC_KEY,
        OF_A_STRANGER,
        WRONG_AUDIENCE,
        WRONG_ISSUER,
        ID_TOKEN,
        ALMOST_OVER
    }

    @ParameterizedTest
    @EnumSource
    void aTokenThatIsNotGoodClosesWith4001(Forgery forgery) {
        try (GwClient client = GwClient.connect(url.getPort())) {
            client.send("auth", 1, GwClient.data().put("token", forged(forgery)).put("device", "phone"));
            assertThat(client.closeCode(SOON)).isEqualTo(4001);
            client.frame("bye", data -> data.path("code").asInt() == 4001);
        }
    }

    private String forged(Forgery forgery) {
        Token token = RealParts.issuer().token(ada);
        return switch (forgery) {
            case GARBAGE -> "not.a.token";
            case EXPIRED -> token.expiresIn(Duration.ofSeconds(-60)).mint();
            case ALG_NONE -> token.algNone().mint();
            case HMAC_WITH_PUBLIC_KEY -> token.hmacWithPublicKey().mint();
            case OF_A_STRANGER -> token.signedByStranger().mint();
            case WRONG_AUDIENCE -> token.audience("somebody-else").mint();
            case WRONG_ISSUER -> token.issuer("https://elsewhere.example").mint();
            case ID_TOKEN -> token.typ("ID").mint();
            case ALMOST_OVER -> token.expiresIn(Duration.ofSeconds(3)).mint();
        };
    }

    @Test
    void aFreshTokenProlongsAndAnothersEndsTheSession() {
        String brief =
                RealParts.issuer().token(ada).expiresIn(Duration.ofSeconds(20)).mint();
        try (GwClient client = GwClient.connect(url.getPort())) {
            client.send("auth", 1, GwClient.data().put("token", brief).put("device", "phone"));
            String before = client.frame("ready", any -> true).path("expiresAt").asText();
            client.send("refresh", 2, GwClient.data().put("token", GwClient.token(ada)));
            assertThat(client.reply(2).path("d").path("expiresAt").asText()).isGreaterThan(before);
            client.send("refresh", 3, GwClient.data().put("token", GwClient.token(someone("eve"))));
            assertThat(client.closeCode(SOON)).isEqualTo(4003);
        }
    }

    @Test
    void aMemberLeavesAGroupsChannelAndComesBackWhereSheWas() {
        try (Told told = new Told();
                GwClient client = signedIn()) {
            GroupSnapshot group = told.groupCreated(ada, "PRIVATE");
            String channel = "g:" + group.id();
            String cursor = client.frame(
                            "joined", data -> data.path("ch").asText().equals(channel))
                    .path("top")
                    .asText();
            client.send("sub", 2, GwClient.data().put("ch", channel));
            assertThat(client.reply(2).path("d").path("code").asInt()).isEqualTo(105);
            client.send("unsub", 3, GwClient.data().put("ch", channel));
            assertThat(client.reply(3).path("t").asText()).isEqualTo("ok");
            try (GwClient tablet = GwClient.signedIn(url.getPort(), ada, "tablet")) {
                told.joined(group, "guest", 2);
                tablet.event("group:member_joined", any -> true);
            }
            client.send("sub", 4, GwClient.data().put("ch", channel).put("cursor", cursor));
            client.event("group:member_joined", any -> true);
            client.frame("resumed", data -> data.path("ch").asText().equals(channel));
        }
    }

    @Test
    void eachDeviceGoesOnBehindItsOwnAck() {
        try (Told told = new Told()) {
            InvitationSnapshot invitation = told.invited("alice", ada);
            for (String device : new String[] {"phone", "tablet"}) {
                try (GwClient client = GwClient.signedIn(url.getPort(), ada, device)) {
                    JsonNode event = client.event("invitation:received", any -> true);
                    if (device.equals("phone")) {
                        client.send(
                                "ack",
                                0,
                                GwClient.data().put("cur", event.path("cur").asText()));
                        client.send("ping", 9, GwClient.data());
                        client.reply(9);
                    }
                }
            }
            InvitationSnapshot next = told.invited("alice", ada);
            try (GwClient phone = GwClient.signedIn(url.getPort(), ada, "phone");
                    GwClient tablet = GwClient.signedIn(url.getPort(), ada, "tablet")) {
                phone.event("invitation:received", of(next));
                tablet.event("invitation:received", of(next));
                assertThat(phone.events("invitation:received")).hasSize(1);
                assertThat(tablet.events("invitation:received")).hasSize(2);
                assertThat(tablet.event("invitation:received", of(invitation))).isNotNull();
            }
        }
    }

    private static java.util.function.Predicate<JsonNode> of(InvitationSnapshot invitation) {
        return payload -> payload.path("invitation")
                .path("id")
                .asText()
                .equals(invitation.id().toString());
    }

    private GwClient signedIn() {
        return GwClient.signedIn(url.getPort(), ada, "phone");
    }
}
