package org.convoke.e2e.model;

import java.util.ArrayList;
import java.util.List;

/** A group's settings and what is done in it; person 0 founds it. */
record Play(Settings settings, List<Command> commands) {

    Play without(int command) {
        List<Command> others = new ArrayList<>(commands);
        others.remove(command);
        return new Play(settings, others);
    }

    record Settings(String visibility, String joinPolicy, String whoMayInvite, int capacity) {}
}
