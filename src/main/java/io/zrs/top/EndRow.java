package io.zrs.top;

import io.zrs.model.RegistrationStatus;
import io.zrs.stats.Throughput;

/**
 * A node's end of a topic in numbers.
 *
 * @param status since it registered
 * @param name what the node is called, harmless to a terminal
 * @param delivered what gets through, a second: from a publisher to the master, from the master to a subscriber
 * @param losing what is lost, a second
 */
public record EndRow(RegistrationStatus status, String name, Throughput delivered, Throughput losing) {}
