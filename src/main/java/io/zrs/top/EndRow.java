package io.zrs.top;

import io.zrs.model.RegistrationStatus;
import io.zrs.stats.Throughput;

/**
 * A node's end of a topic in numbers.
 *
 * @param status since it registered
 * @param name what the node is called, harmless to a terminal
 * @param passed what passes, a second
 * @param losing what is lost, a second
 */
public record EndRow(RegistrationStatus status, String name, Throughput passed, Throughput losing) {}
