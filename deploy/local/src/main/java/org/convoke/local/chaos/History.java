package org.convoke.local.chaos;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the workload did: all that is to be heard, and who has gone from where since. */
final class History {

    private final Queue<Expected> expected = new ConcurrentLinkedQueue<>();
    private final Map<String, Map<String, Long>> gone = new ConcurrentHashMap<>();
    private final Map<String, String> owners = new ConcurrentHashMap<>();

    void expect(Expected one) {
        expected.add(one);
    }

    void founded(String group, String owner) {
        owners.put("g:" + group, owner);
    }

    /** From that moment on that person may hear nothing more of the group, nor fetch what she has not heard. */
    void left(String group, String person, long nanos) {
        gone.computeIfAbsent("g:" + group, first -> new ConcurrentHashMap<>()).put(person, nanos);
    }

    List<Expected> all() {
        return List.copyOf(expected);
    }

    /** What was asked for from that moment on. */
    List<Expected> since(long nanos) {
        return expected.stream().filter(one -> one.nanos() >= nanos).toList();
    }

    /** Everybody who has to have heard it by now: who was entitled, and still is. */
    Collection<String> entitled(Expected one) {
        Set<String> left =
                gone.getOrDefault(one.happening().channel(), Map.of()).keySet();
        return one.accepted()
                ? one.people().stream().filter(person -> !left.contains(person)).toList()
                : List.of();
    }

    boolean isGone(String channel, String person) {
        return isGone(channel, person, Long.MAX_VALUE);
    }

    /** Whether she had gone by that moment. */
    boolean isGone(String channel, String person, long nanos) {
        Long since = gone.getOrDefault(channel, Map.of()).get(person);
        return since != null && since <= nanos;
    }

    /** The channels of all groups, each with somebody who hears all of it. */
    Map<String, String> owners() {
        return Map.copyOf(owners);
    }
}
