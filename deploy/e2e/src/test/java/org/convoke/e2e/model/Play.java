package org.convoke.e2e.model;

import java.util.List;

/** A group's settings and what is done in it; person 0 founds it. */
record Play(Settings settings, List<Command> commands) {

    record Settings(String visibility, String joinPolicy, String whoMayInvite, int capacity) {}
}
