package org.convoke.gateway.wire.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convoke.gateway.session.Hub;
import org.convoke.gateway.stream.Cursor;
import org.convoke.gateway.stream.StreamName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OffsetTest {

    private static final StreamName CHESS = StreamName.group(UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057"));
    private static final StreamName GO = StreamName.group(UUID.fromString("ffffffff-ffff-7fff-bfff-ffffffffffff"));
    private static final Cursor AT_7 = new Cursor("5k2j9x", 7, "0a1b2c3d4e5f");
    private static final Cursor AT_12 = new Cursor("3f1", 12, "aa11bb22cc33");

    @Test
    void itHoldsAllPositions() {
        String text = String.join(
                ";",
                Offset.part(StreamName.inbox("ada;:\"-"), AT_7),
                Offset.part(StreamName.PUBLIC, Cursor.START),
                Offset.part(CHESS, AT_12));
        assertThat(text).doesNotContain("\"", "\\");
        assertThat(Offset.parse(text))
                .contains(new Offset(AT_7, Map.of(StreamName.PUBLIC, Cursor.START, CHESS, AT_12), Set.of()));
    }

    @Test
    void itSaysWhatSheDoesNotWantToHear() {
        String go = Offset.part(GO, AT_7).substring(0, 22);
        Hub.Arrival arrival =
                Offset.parse("-p;-" + go + ";u:" + AT_7).orElseThrow().arrival();
        assertThat(arrival.left()).containsExactlyInAnyOrder(StreamName.PUBLIC, GO);
        assertThat(arrival.inbox()).contains(AT_7);
        assertThat(arrival.channels()).isEmpty();
        assertThat(arrival.whole()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                "u",
                "u:",
                "u:1.2",
                "u:nonsense",
                "5k2j9x.7.0a1b2c3d4e5f",
                "p:5k2j9x.7.0a1b2c3d4e5f",
                "u:5k2j9x.7.0a1b2c3d4e5f;",
                "u:5k2j9x.7.0a1b2c3d4e5f;p:1",
                "u:5k2j9x.7.0a1b2c3d4e5f;x:5k2j9x.7.0a1b2c3d4e5f",
                "u:5k2j9x.7.0a1b2c3d4e5f;+p",
                "u:5k2j9x.7.0a1b2c3d4e5f;-u",
                "u:5k2j9x.7.0a1b2c3d4e5f;-",
                "u:5k2j9x.7.0a1b2c3d4e5f;!!!!!!!!!!!!!!!!!!!!!!:5k2j9x.7.0a1b2c3d4e5f",
                "1700000000000-0"
            })
    void whatIsNoneOfOursIsNoOffset(String text) {
        assertThat(Offset.parse(text)).isEmpty();
    }
}
