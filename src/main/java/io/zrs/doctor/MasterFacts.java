package io.zrs.doctor;

import io.zrs.model.MasterStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The master that answers.
 *
 * @param address where it listens
 * @param protocol the protocol it speaks, 1 or 2
 * @param version its version; empty if it does not tell
 * @param ownVersion the version of who asks
 * @param roundTrip how long it takes to answer
 * @param status the master in numbers; empty if it does not tell
 * @param clockAhead how far its clock is ahead of this machine's, and below zero behind; empty if it does not tell
 * @param descriptors its file descriptors, where it runs on this machine as the same user
 * @param dataPorts attempts to connect to data ports of its topics
 */
public record MasterFacts(
        String address,
        int protocol,
        String version,
        String ownVersion,
        Duration roundTrip,
        Optional<MasterStatus> status,
        Optional<Duration> clockAhead,
        Optional<Descriptors> descriptors,
        List<DataPort> dataPorts) {
    /** Copies the list. */
    public MasterFacts {
        dataPorts = List.copyOf(dataPorts);
    }

    /**
     * File descriptors of a process.
     *
     * @param open how many it has
     * @param limit how many it may have
     */
    public record Descriptors(long open, long limit) {}

    /**
     * A data port.
     *
     * @param topic whose it is
     * @param attempt to connect to it
     */
    public record DataPort(String topic, Attempt attempt) {}
}
