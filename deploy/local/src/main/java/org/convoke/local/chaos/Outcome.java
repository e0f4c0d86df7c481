package org.convoke.local.chaos;

import java.util.List;
import java.util.Locale;
import org.convoke.local.chaos.Violation.Rule;

/** What a fault did to those who were to hear of something meanwhile. */
record Outcome(String fault, int times, Delivery delivery, DeviceLog.Counts counts, List<Violation> violations) {

    static String head() {
        return """
                | fault | times | expected | delivered | to fetch | lost | repeated % | longest gap ms | resets |
                |---|---:|---:|---:|---:|---:|---:|---:|---:|""";
    }

    String row() {
        long lost = violations.stream().filter(each -> each.rule() == Rule.LOST).count();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d | %.2f | %d | %d |",
                fault,
                times,
                delivery.expected(),
                delivery.delivered(),
                Math.max(0, delivery.expected() - delivery.delivered() - lost),
                lost,
                counts.repeatedPercent(),
                delivery.longestMillis(),
                counts.resets());
    }
}
