package io.zrs.client;

import java.time.Duration;

/**
 * That a node answered, and how fast.
 *
 * @param byNode whether the node itself did; else its connection, which is all that a node of protocol 1 has
 * @param fromMaster from the master to the node and back
 * @param total from here by way of the master to the node and back
 */
public record PingResult(boolean byNode, Duration fromMaster, Duration total) {}
