package org.convoke.gateway.wire.gw;

import java.time.Clock;
import org.convoke.gateway.GatewayConfig;
import org.convoke.gateway.presence.PresenceHub;
import org.convoke.gateway.session.Hub;
import org.convoke.gateway.session.HubThread;
import org.convoke.gateway.session.Tokens;
import org.convoke.gateway.stream.Streams;

/** What every connection of this wire works with. */
record GwContext(
        Hub hub,
        HubThread hubThread,
        Tokens tokens,
        Streams streams,
        PresenceHub presence,
        FrameReader reader,
        FrameWriter writer,
        GatewayConfig config,
        Clock clock) {}
