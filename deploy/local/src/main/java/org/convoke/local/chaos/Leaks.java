package org.convoke.local.chaos;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convoke.local.chaos.DeviceLog.Heard;
import org.convoke.local.chaos.Violation.Rule;

/**
 * Who may hear what: of a group only what happened while one was in it. How things stand, which is drawn a moment later
 * (ADR 6), may also be told to one who has come in that moment, but not to one who has gone.
 */
final class Leaks {

    private final Map<Happening, Expected> hearers = new HashMap<>();
    private final Map<String, Set<String>> everIn = new HashMap<>();
    /** What else is told of a fact is for the same people as the event that the history knows. */
    private final Map<String, Happening> facts = new HashMap<>();

    private final History history;

    private Leaks(History history, Collection<DeviceLog> devices) {
        this.history = history;
        for (Expected one : history.all()) {
            hearers.put(one.happening(), one);
            everIn.computeIfAbsent(one.happening().channel(), first -> new HashSet<>())
                    .addAll(one.people());
        }
        for (DeviceLog device : devices) {
            device.heard().stream()
                    .filter(heard -> hearers.containsKey(heard.happening()))
                    .forEach(heard -> facts.put(key(heard), heard.happening()));
        }
    }

    static List<Violation> find(History history, Collection<DeviceLog> devices) {
        Leaks leaks = new Leaks(history, devices);
        List<Violation> found = new ArrayList<>();
        for (DeviceLog device : devices) {
            for (Heard heard : device.heard()) {
                if (!leaks.isFor(device.person(), heard)) {
                    found.add(new Violation(Rule.LEAKED, heard.happening() + " was told to the " + device));
                }
            }
        }
        return found;
    }

    private boolean isFor(String person, Heard heard) {
        String channel = heard.happening().channel();
        Expected cause = hearers.get(facts.getOrDefault(key(heard), heard.happening()));
        if (cause != null && !heard.drawn()) {
            return cause.people().contains(person);
        }
        if (cause != null && history.isGone(channel, person, cause.nanos())) {
            return false;
        }
        return channel.equals(Happening.PUBLIC)
                || channel.equals(Happening.inbox(person))
                || everIn.getOrDefault(channel, Set.of()).contains(person);
    }

    private static String key(Heard heard) {
        return heard.happening().channel() + " " + heard.fact();
    }
}
