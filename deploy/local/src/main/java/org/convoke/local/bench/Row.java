package org.convoke.local.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One measurement.
 *
 * @param cpu what each part used for all of it
 */
record Row(String operation, Latencies latencies, Map<String, Duration> cpu) {

    private static final Map<String, String> SHORT =
            Map.of("groups-service", "groups", "invitations-service", "invitations", "realtime-gateway", "gateway");

    /** The table's head; the part columns are milliseconds of processor time for one operation. */
    static String head() {
        List<String> cells = new ArrayList<>(
                List.of("operation", "ops", "per s", "p50 ms", "p99 ms", "× rate", "CPU ms/op", "× CPU"));
        CpuTime.PARTS.forEach(part -> cells.add(SHORT.getOrDefault(part, part)));
        cells.add(CpuTime.CLIENT);
        return line(cells) + "\n|---" + "|---:".repeat(cells.size() - 1) + "|";
    }

    /** @param reference what the × columns compare with, so that two machines can be compared */
    String text(Row reference) {
        List<String> cells = new ArrayList<>(List.of(
                operation,
                Integer.toString(latencies.count()),
                number(latencies.perSecond()),
                number(latencies.millis(50)),
                number(latencies.millis(99)),
                number(latencies.perSecond() / reference.latencies.perSecond()),
                number(millis()),
                number(millis() / reference.millis())));
        CpuTime.PARTS.forEach(part -> cells.add(number(millis(cpu.getOrDefault(part, Duration.ZERO)))));
        cells.add(number(millis(cpu.getOrDefault(CpuTime.CLIENT, Duration.ZERO))));
        return line(cells);
    }

    /** Of the whole stack, for one operation. */
    private double millis() {
        return millis(CpuTime.total(cpu));
    }

    private double millis(Duration time) {
        return time.toNanos() / 1e6 / Math.max(1, latencies.count());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }
}
