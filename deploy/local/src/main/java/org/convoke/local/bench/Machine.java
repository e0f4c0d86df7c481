package org.convoke.local.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What figures depend on besides the program. */
public final class Machine {

    private Machine() {}

    /** The machine, and how busy it is at this moment. */
    public static String now() {
        return String.format(
                Locale.ROOT,
                "%d cores, load %.1f before; JDK %s, %s %s",
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.version(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"));
    }
}
