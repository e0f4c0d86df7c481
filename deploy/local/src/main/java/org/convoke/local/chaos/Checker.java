package org.convoke.local.chaos;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convoke.local.chaos.Violation.Rule;

/** Compares what was told with what was to be told. Knows nothing of how either came about. */
final class Checker {

    private final Evidence evidence;
    private final List<Violation> violations = new ArrayList<>();

    private Checker(Evidence evidence) {
        this.evidence = evidence;
    }

    static List<Violation> check(Evidence evidence) {
        Checker checker = new Checker(evidence);
        checker.streams();
        checker.devices();
        checker.tallies();
        return checker.violations;
    }

    /** What some device has neither heard nor been told to fetch. */
    static List<Violation> missing(History history, List<Expected> expected, Collection<DeviceLog> devices) {
        List<Violation> missing = new ArrayList<>();
        for (Expected one : expected) {
            Collection<String> entitled = history.entitled(one);
            for (DeviceLog device : devices) {
                if (entitled.contains(device.person())
                        && device.heardAt(one.happening()).isEmpty()
                        && !device.beganAfter(one.happening().channel(), one.nanos())) {
                    missing.add(new Violation(Rule.LOST, one.happening() + " is not known to the " + device));
                }
            }
        }
        return missing;
    }

    private void streams() {
        evidence.streams().values().stream()
                .filter(stream -> !stream.end().equals(stream.top()))
                .forEach(stream -> found(Rule.DISORDER, stream.channel() + " does not lead to " + stream.top()));
        Map<Happening, List<String>> told = told(evidence.streams().values());
        for (Expected one : evidence.history().all()) {
            List<String> ids = told.getOrDefault(one.happening(), List.of());
            if (ids.isEmpty() && one.accepted()) {
                found(Rule.LOST, one.happening() + " is not in its stream");
            } else if (Set.copyOf(ids).size() > 1) {
                found(Rule.REPEATED, one.happening() + " is in its stream under more than one id");
            }
        }
    }

    /** What is in its stream more than once, if only under the same id: it was appended twice, or told to Kafka twice. */
    static List<Violation> doubled(Evidence evidence) {
        Map<Happening, List<String>> told = told(evidence.streams().values());
        return evidence.history().all().stream()
                .map(Expected::happening)
                .filter(happening -> told.getOrDefault(happening, List.of()).size() > 1)
                .map(happening -> new Violation(Rule.REPEATED, happening + " is in its stream more than once"))
                .toList();
    }

    private static Map<Happening, List<String>> told(Collection<StreamLog> streams) {
        Map<Happening, List<String>> told = new HashMap<>();
        streams.forEach(stream -> told.putAll(stream.ids()));
        return told;
    }

    private void devices() {
        violations.addAll(missing(evidence.history(), evidence.history().all(), evidence.devices()));
        violations.addAll(Leaks.find(evidence.history(), evidence.devices()));
        for (DeviceLog device : evidence.devices()) {
            device.disorder().forEach(what -> found(Rule.DISORDER, what));
            device.twice().forEach(what -> found(Rule.REPEATED, what + " came under two ids to the " + device));
            upToDate(device);
        }
    }

    /** A device that is at the top has been told the same, in the same order, as any other that is. */
    private void upToDate(DeviceLog device) {
        device.positions().forEach((channel, at) -> {
            StreamLog stream = evidence.streams().get(channel);
            if (stream != null && !evidence.history().isGone(channel, device.person()) && !at.equals(stream.top())) {
                found(Rule.DISORDER, "the " + device + " is at " + at + " of " + channel + ", not at " + stream.top());
            }
        });
    }

    private void tallies() {
        evidence.tallies().stream()
                .filter(tally -> !tally.isRight())
                .forEach(tally -> found(Rule.MISCOUNTED, tally.toString()));
    }

    private void found(Rule rule, String what) {
        violations.add(new Violation(rule, what));
    }
}
