package org.convoke.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The operating systems and processors for which there are programs. */
public enum Platform {
    LINUX_AMD64("postgres-linux-x86_64.txz", "redis-server-6.2.6-v5-linux-amd64"),
    LINUX_ARM64("postgres-linux-arm_64.txz", "redis-server-6.2.7-linux-arm64"),
    MAC_AMD64("postgres-darwin-x86_64.txz", "redis-server-6.2.6-v5-darwin-amd64"),
    MAC_ARM64("postgres-darwin-x86_64.txz", "redis-server-6.2.6-v5-darwin-arm64");

    private final String postgres;
    private final String redis;

    Platform(String postgres, String redis) {
        this.postgres = postgres;
        this.redis = redis;
    }

    static Platform current() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        if (system.contains("linux")) {
            return arm ? LINUX_ARM64 : LINUX_AMD64;
        }
        if (system.contains("mac")) {
            return arm ? MAC_ARM64 : MAC_AMD64;
        }
        throw new PartFailed("there are no programs for " + system + ": use Linux, macOS or WSL");
    }

    /** The folder of PostgreSQL's programs. */
    Path postgres() throws IOException {
        return Unpacked.archive("postgres", postgres).resolve("bin");
    }

    Path redis() throws IOException {
        return Unpacked.executable("redis-server", redis);
    }

    /** The JVM that runs us. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static boolean root(Path ownFile) throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(ownFile, "unix:uid"));
    }
}
