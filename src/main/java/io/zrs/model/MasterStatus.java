package io.zrs.model;

/**
 * A master in numbers, since it started.
 *
 * @param version its version
 * @param pid its process on its host
 * @param uptimeMillis how long it has run, in milliseconds
 * @param stamp its monotonic clock, in nanoseconds: for rates between two readings
 * @param connections how many connections it has
 * @param nodes how many nodes
 * @param topics how many topics
 * @param in what came from publishers
 * @param out what went to subscribers
 * @param lost what it dropped
 * @param waitingBytes what waits in all queues, in bytes
 * @param memoryBytes what its process has in memory, in bytes; 0 where that cannot be known
 * @param cpuMillis processor time its process has used, in milliseconds
 */
public record MasterStatus(
        String version,
        long pid,
        long uptimeMillis,
        long stamp,
        int connections,
        int nodes,
        int topics,
        Volume in,
        Volume out,
        Volume lost,
        long waitingBytes,
        long memoryBytes,
        long cpuMillis) {}
