package org.convoke.local.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convoke.local.Home;

/** The processor time that each part of a stack has used, with its child processes, and this client. */
public final class CpuTime {

    public static final String CLIENT = "client";

    static final List<String> PARTS = List.of(
            "groups-service", "invitations-service", "realtime-gateway", "postgres", "kafka", "redis", "keycloak");

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final double QUIET = 0.25;
    private static final int LOOKS = 25;

    private final Home home;
    private final List<String> parts;

    CpuTime(Home home) {
        this(home, PARTS);
    }

    /** Of these parts only, each of which has been started. */
    public CpuTime(Home home, List<String> parts) {
        this.home = home;
        this.parts = parts;
    }

    /** The time of each process that lives now. */
    public record Reading(Map<String, Map<Long, Duration>> parts) {

        /** What was used since then; the last moments of processes that have ended meanwhile are not known. */
        public Map<String, Duration> since(Reading before) {
            Map<String, Duration> used = new LinkedHashMap<>();
            parts.forEach((part, processes) ->
                    used.put(part, used(processes, before.parts().get(part))));
            return used;
        }

        private static Duration used(Map<Long, Duration> now, Map<Long, Duration> before) {
            return now.entrySet().stream()
                    .map(each -> each.getValue().minus(before.getOrDefault(each.getKey(), Duration.ZERO)))
                    .reduce(Duration.ZERO, Duration::plus);
        }
    }

    public Reading read() {
        Map<String, Map<Long, Duration>> all = new LinkedHashMap<>();
        for (String part : parts) {
            ProcessHandle.of(pid(part))
                    .ifPresent(
                            process -> all.put(part, times(Stream.concat(Stream.of(process), process.descendants()))));
        }
        all.put(CLIENT, times(Stream.of(ProcessHandle.current())));
        return new Reading(all);
    }

    /** Returns when the stack has done what it was asked, deliveries included: when it uses hardly any time. */
    public void settle() {
        Reading before = read();
        for (int look = 0, quiet = 0; look < LOOKS && quiet < 2; look++) {
            LockSupport.parkNanos(LOOK.toNanos());
            Reading now = read();
            quiet = total(now.since(before)).toNanos() < QUIET * LOOK.toNanos() ? quiet + 1 : 0;
            before = now;
        }
    }

    /** Of the whole stack, without the client. */
    static Duration total(Map<String, Duration> used) {
        return used.entrySet().stream()
                .filter(each -> !each.getKey().equals(CLIENT))
                .map(Map.Entry::getValue)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Map<Long, Duration> times(Stream<ProcessHandle> processes) {
        return processes.collect(Collectors.toMap(
                ProcessHandle::pid, process -> process.info().totalCpuDuration().orElse(Duration.ZERO)));
    }

    /** The process that runs the part. */
    public long pid(String part) {
        try {
            return Long.parseLong(Files.readString(home.place(part).pid()).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
