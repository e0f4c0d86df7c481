package org.convoke.local.bench.gateway;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.convoke.parts.PartFailed;

/** How many files a process may have open. A JVM raises that to the hard limit by itself. */
final class OpenFiles {

    /** Besides its connections. */
    private static final int OTHERS = 1_000;

    private OpenFiles() {}

    /** @throws PartFailed when this process could not have so many connections */
    static void suffice(int connections) {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                && system.getMaxFileDescriptorCount() < connections + OTHERS) {
            throw new PartFailed("%d connections need %d open files in a process, and the hard limit is %d:"
                            .formatted(connections, connections + OTHERS, system.getMaxFileDescriptorCount())
                    + " raise it (ulimit -Hn) or take fewer --connections");
        }
    }
}
