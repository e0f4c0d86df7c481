package org.convoke.gateway.wire.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.convoke.gateway.session.Resume;
import org.convoke.gateway.session.Sink;
import org.convoke.gateway.stream.Cursor;
import org.convoke.gateway.stream.Opened;
import org.convoke.gateway.stream.StreamName;
import org.convoke.gateway.wire.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who goes on is told the same pid again, by which socket.io-client knows that it has recovered. */
class IntroductionTest {

    private static final Cursor AT_7 = new Cursor("5k2j9x", 7, "0a1b2c3d4e5f");
    private static final String OFFSET = "u:" + AT_7;

    private final Pid adas = Pid.fresh("ada", Pid.newDevice());

    @Test
    void whoComesForTheFirstTimeGetsANewOne() throws Malformed {
        Introduction introduction = Introduction.read(auth());
        Pid pid = introduction.pid("ada", ready(new Resume.None(), new Resume.None()));
        assertThat(pid).isNotEqualTo(adas);
        assertThat(pid.isOf("ada")).isTrue();
        assertThat(Pid.parse(pid.toString())).contains(pid);
        assertThat(introduction.credentials().device()).contains(pid.device());
        assertThat(introduction.credentials().arrival().inbox()).isEmpty();
    }

    @Test
    void whoGoesOnBehindAllPositionsHasRecovered() throws Malformed {
        Introduction introduction =
                Introduction.read(auth().put("pid", adas.toString()).put("offset", OFFSET));
        assertThat(introduction.pid("ada", ready(new Resume.Replay(), new Resume.None())))
                .isEqualTo(adas);
        assertThat(introduction.credentials().device()).contains(adas.device());
        assertThat(introduction.credentials().arrival().inbox()).contains(AT_7);
    }

    @Test
    void whoHasMissedSomethingInAnyChannelHasNot() throws Malformed {
        Introduction introduction =
                Introduction.read(auth().put("pid", adas.toString()).put("offset", OFFSET));
        Resume reset = new Resume.Reset("trimmed");
        assertThat(introduction.pid("ada", ready(reset, new Resume.None()))).isNotEqualTo(adas);
        assertThat(introduction.pid("ada", ready(new Resume.None(), reset))).isNotEqualTo(adas);
        assertThat(introduction.pid("ada", ready(reset, reset)).device()).isEqualTo(adas.device());
    }

    @Test
    void nobodyGoesOnWhereAnotherLeftOff() throws Malformed {
        Introduction introduction =
                Introduction.read(auth().put("pid", adas.toString()).put("offset", OFFSET));
        assertThat(introduction.pid("eve", ready(new Resume.None(), new Resume.None())))
                .isNotEqualTo(adas);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1700000000000-0", "u:1.2", "p:5k2j9x.7.0a1b2c3d4e5f"})
    void whoDoesNotKnowHowFarItIsHasNot(String offset) throws Malformed {
        Introduction introduction =
                Introduction.read(auth().put("pid", adas.toString()).put("offset", offset));
        assertThat(introduction.pid("ada", ready(new Resume.None(), new Resume.None())))
                .isNotEqualTo(adas);
        assertThat(introduction.credentials().arrival().whole()).isFalse();
    }

    @Test
    void thePidOfAnotherServerIsPassedOver() throws Malformed {
        Introduction introduction =
                Introduction.read(auth().put("pid", "ojIckSD2jqNzOqIrAAAB").put("offset", OFFSET));
        assertThat(introduction.pid()).isEmpty();
        assertThat(Introduction.read(auth().put("pid", 7)).pid()).isEmpty();
    }

    @Test
    void channelsAreAsInGwV1AndTheOffsetIsNewer() throws Malformed {
        ObjectNode auth = auth();
        auth.putObject("channels").put("public", AT_7.toString());
        assertThat(Introduction.read(auth).credentials().arrival().channels()).containsEntry(StreamName.PUBLIC, AT_7);
        auth.put("offset", OFFSET + ";p:3f1.12.aa11bb22cc33");
        assertThat(Introduction.read(auth).credentials().arrival().channels())
                .containsEntry(StreamName.PUBLIC, new Cursor("3f1", 12, "aa11bb22cc33"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'token':7}",
                "{'token':null}",
                "{'token':'t','device':''}",
                "{'token':'t','channels':{'public':1}}"
            })
    void whatMakesNoSenseIsRefused(String auth) throws JsonProcessingException {
        ObjectNode given = (ObjectNode) new ObjectMapper().readTree(auth.replace('\'', '"'));
        assertThatThrownBy(() -> Introduction.read(given)).isInstanceOf(Malformed.class);
    }

    private static ObjectNode auth() {
        return new ObjectMapper().createObjectNode().put("token", "t");
    }

    private static Sink.Ready ready(Resume inbox, Resume group) {
        Sink.Channel channel = new Sink.Channel(StreamName.PUBLIC, AT_7, group);
        return new Sink.Ready(AT_7, new Opened.Counts(0, 0), inbox, List.of(channel), List.of());
    }
}
