package org.convoke.gateway.wire.gw;

import jakarta.enterprise.context.ApplicationScoped;
import org.convoke.gateway.session.HubThread;

/** What every connection of this wire works with. */
@ApplicationScoped
class GwContext {

    private final SignIn signIn;
    private final Commands commands;
    private final FrameWriter writer;
    private final HubThread hubThread;
    private final PresenceCommands presence;

    GwContext(SignIn signIn, Commands commands, FrameWriter writer, HubThread hubThread, PresenceCommands presence) {
        this.signIn = signIn;
        this.commands = commands;
        this.writer = writer;
        this.hubThread = hubThread;
        this.presence = presence;
    }

    SignIn signIn() {
        return signIn;
    }

    Commands commands() {
        return commands;
    }

    FrameWriter writer() {
        return writer;
    }

    HubThread hubThread() {
        return hubThread;
    }

    PresenceCommands presence() {
        return presence;
    }
}
