package io.zrs.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * This machine.
 *
 * @param descriptors how many file descriptors a process started here may have; empty where that cannot be known
 * @param outgoing the ports that the kernel gives to outgoing connections; empty where that cannot be known
 * @param reserved those among them that it does not
 * @param disks where zrs writes by itself
 * @param now the time of day
 * @param jump how much the time of day and the monotonic clock came apart while they were watched
 */
public record MachineFacts(
        Optional<Long> descriptors,
        Optional<Ports> outgoing,
        List<Ports> reserved,
        List<Disk> disks,
        Instant now,
        Duration jump) {
    /** Copies the lists. */
    public MachineFacts {
        reserved = List.copyOf(reserved);
        disks = List.copyOf(disks);
    }

    /**
     * TCP ports from the first to the last.
     *
     * @param first 0 to 65535
     * @param last likewise
     */
    public record Ports(int first, int last) {
        boolean contains(int port) {
            return port >= first && port <= last;
        }

        @Override
        public String toString() {
            return first + "-" + last;
        }
    }

    /**
     * A directory.
     *
     * @param use what for
     * @param path where
     * @param freeBytes room on its disk
     * @param writable whether this user may write there
     * @param elsewhere how to have it somewhere else, in words that a remedy begins with
     */
    public record Disk(String use, String path, long freeBytes, boolean writable, String elsewhere) {}
}
