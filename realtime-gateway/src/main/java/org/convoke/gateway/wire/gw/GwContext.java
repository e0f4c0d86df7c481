package org.convoke.gateway.wire.gw;

import java.time.Clock;
import org.convoke.gateway.GatewayConfig;
import org.convoke.gateway.live.LiveActivity;
import org.convoke.gateway.presence.PresenceHub;
import org.convoke.gateway.session.Entrance;
import org.convoke.gateway.session.Hub;
import org.convoke.gateway.session.HubThread;
import org.convoke.gateway.session.Tokens;
import org.convoke.gateway.stream.Streams;

/** What every connection of this wire works with. */
record GwContext(
        Entrance entrance,
        Hub hub,
        HubThread hubThread,
        Tokens tokens,
        Streams streams,
        LiveActivity liveActivity,
        PresenceHub presence,
        FrameReader reader,
        FrameWriter writer,
        GatewayConfig config,
        Clock clock) {}
