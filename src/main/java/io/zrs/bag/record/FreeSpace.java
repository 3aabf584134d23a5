package io.zrs.bag.record;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Watches that a disk does not get full. */
final class FreeSpace {
    private static final long KILOBYTE = 1000;
    private static final long MEGABYTE = 1_000_000;

    private final Disk disk;
    private final Path directory;
    private final long least;

    /** Where so many bytes shall stay free; 0 for who does not care. */
    FreeSpace(Disk disk, Path directory, long least) {
        this.disk = disk;
        this.directory = directory.toAbsolutePath();
        this.least = least;
    }

    /** So that what was asked for is told as it was, and both figures differ. */
    private String compared(long free) {
        boolean mega = least >= 100 * MEGABYTE || least % MEGABYTE == 0;
        long unit = mega ? MEGABYTE : KILOBYTE;
        String name = mega ? " MB" : " KB";
        return free / unit + name + " left, and " + (least + unit - 1) / unit + name + " are to stay free";
    }

    /** Complains if the disk has less than that left when so many more bytes are on it. */
    void check(long waiting) {
        if (least == 0) {
            return;
        }
        long free;
        try {
            free = disk.free(directory);
        } catch (IOException e) {
            if (e instanceof NoSuchFileException) {
                throw new ZrsException(
                        ErrorCode.IO, "there is no directory " + directory, "make it, or name another one", e);
            }
            throw new ZrsException(
                    ErrorCode.IO,
                    "cannot find out how much room there is in " + directory + ": " + DiskTrouble.reason(e),
                    "record into another directory",
                    e);
        }
        if (free - waiting < least) {
            throw new ZrsException(
                    ErrorCode.IO,
                    "the disk of " + directory + " has only " + compared(free),
                    "make room, record to another disk, or give less as --min-free");
        }
    }
}
