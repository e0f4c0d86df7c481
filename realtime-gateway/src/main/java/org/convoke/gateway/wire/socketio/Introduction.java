package org.convoke.gateway.wire.socketio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.convoke.gateway.session.Resume;
import org.convoke.gateway.session.Sink;
import org.convoke.gateway.wire.CommandReader;
import org.convoke.gateway.wire.Credentials;
import org.convoke.gateway.wire.Malformed;

/**
 * What a client says of itself when it asks to come in: {@code {token, device?, channels?}}, and what socket.io-client
 * adds to go on, {@code pid} and {@code offset}.
 *
 * @param device by which the pod knows it, where it names none
 * @param knows whether it says how far it is
 */
record Introduction(Credentials credentials, Optional<Pid> pid, String device, boolean knows) {

    static Introduction read(ObjectNode auth) throws Malformed {
        Credentials said = CommandReader.credentials(auth);
        Optional<Pid> pid = Optional.ofNullable(auth.path("pid").textValue()).flatMap(Pid::parse);
        Optional<Offset> offset =
                Optional.ofNullable(auth.path("offset").textValue()).flatMap(Offset::parse);
        String device = pid.map(Pid::device).orElseGet(Pid::newDevice);
        Credentials credentials = new Credentials(
                said.token(),
                said.device().or(() -> Optional.of(device)),
                offset.map(Offset::arrival).orElse(said.arrival()));
        return new Introduction(credentials, pid, device, offset.isPresent());
    }

    /** What the client is called from now on: the same, if it misses nothing of any channel. */
    Pid pid(String userId, Sink.Ready ready) {
        return pid.filter(mine -> knows && mine.isOf(userId) && isWhole(ready))
                .orElseGet(() -> Pid.fresh(userId, device));
    }

    private static boolean isWhole(Sink.Ready ready) {
        return !(ready.inbox() instanceof Resume.Reset)
                && ready.channels().stream().noneMatch(channel -> channel.resume() instanceof Resume.Reset);
    }
}
