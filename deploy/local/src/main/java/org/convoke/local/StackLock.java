package org.convoke.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.convoke.parts.PartFailed;

/** Held by the one launcher of a home; the system lets it go when that process ends, however it ends. */
final class StackLock implements AutoCloseable {

    private final Path launcher;
    private final FileChannel channel;

    private StackLock(Path launcher, FileChannel channel) {
        this.launcher = launcher;
        this.channel = channel;
    }

    static StackLock of(Home home) {
        Path launcher = home.run().resolve("launcher.pid");
        try {
            Files.createDirectories(home.run());
            var channel =
                    FileChannel.open(home.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new PartFailed("the stack is already up: process "
                        + Files.readString(launcher).strip() + " holds " + home.folder());
            }
            Files.writeString(launcher, ProcessHandle.current().pid() + "\n");
            return new StackLock(launcher, channel);
        } catch (IOException e) {
            throw new PartFailed("cannot lock " + home.folder() + ": " + e.getMessage(), e);
        }
    }

    /** Whether a launcher runs on that home. */
    static boolean held(Home home) {
        Path file = home.run().resolve("lock");
        if (!Files.exists(file)) {
            return false;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (IOException e) {
            throw new PartFailed("cannot look at the lock of " + home.folder() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (channel.isOpen()) {
                Files.deleteIfExists(launcher);
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
