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
    private final Limits limits;

    GwContext(SignIn signIn, Commands commands, FrameWriter writer, HubThread hubThread, Limits limits) {
        this.signIn = signIn;
        this.commands = commands;
        this.writer = writer;
        this.hubThread = hubThread;
        this.limits = limits;
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

    Limits limits() {
        return limits;
    }
}
