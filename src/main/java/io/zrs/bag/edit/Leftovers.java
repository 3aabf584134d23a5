package io.zrs.bag.edit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;

/** Beginnings of files whose writers did not live to remove them. A writer holds a lock on its own, which ends with its process. */
final class Leftovers {
    /** Systems tell by the second when a process began. */
    private static final Duration CLOCK_STEP = Duration.ofSeconds(2);

    private Leftovers() {}

    /** Locks a beginning for as long as its channel is open; where a filesystem has no locks, nobody will take it away. */
    static void claim(FileChannel channel) throws IOException {
        try {
            channel.tryLock();
        } catch (IOException e) {
            if (!channel.isOpen()) {
                throw e;
            }
        }
    }

    /** Deletes those in the folder of {@code target} that were to become it and that no one writes any more. */
    static void remove(Path target, String ending) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        String start = target.getFileName() + ".";
        // To open one of this process's own, and close it, would end its lock.
        String own = start + ProcessHandle.current().pid() + ending;
        try (DirectoryStream<Path> beginnings =
                Files.newDirectoryStream(folder, file -> isOf(file.getFileName().toString(), start, ending))) {
            for (Path beginning : beginnings) {
                boolean mine = beginning.getFileName().toString().equals(own) && !isOlderThanThis(beginning);
                if (!mine && Files.isRegularFile(beginning, LinkOption.NOFOLLOW_LINKS) && isLeft(beginning)) {
                    Files.deleteIfExists(beginning);
                }
            }
        }
    }

    /** Then it is of a process that had this one's number before, as happens in containers. */
    private static boolean isOlderThanThis(Path beginning) throws IOException {
        Instant written =
                Files.getLastModifiedTime(beginning, LinkOption.NOFOLLOW_LINKS).toInstant();
        return ProcessHandle.current()
                .info()
                .startInstant()
                .filter(start -> written.isBefore(start.minus(CLOCK_STEP)))
                .isPresent();
    }

    private static boolean isOf(String name, String start, String ending) {
        int digits = name.length() - start.length() - ending.length();
        return digits > 0
                && name.startsWith(start)
                && name.endsWith(ending)
                && name.substring(start.length(), start.length() + digits)
                        .chars()
                        .allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isLeft(Path beginning) {
        try (FileChannel channel = FileChannel.open(beginning, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException | IOException e) {
            // It is somebody else's, or there are no locks here: it stays.
            return false;
        }
    }
}
