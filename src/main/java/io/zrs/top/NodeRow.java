package io.zrs.top;

import io.zrs.model.NodeInfo;
import io.zrs.model.Volume;
import io.zrs.stats.Throughput;

/**
 * One node in numbers.
 *
 * @param info what the master knows of it
 * @param name what it is called, harmless to a terminal
 * @param topics on how many topics it is
 * @param published what it publishes, a second
 * @param received what reaches it, a second
 * @param losing what is lost on its ends of topics, a second
 * @param waiting what waits in the master for it
 * @param lost what was lost on its ends of topics since it registered: in its own queue, and in the master's for it
 */
public record NodeRow(
        NodeInfo info,
        String name,
        int topics,
        Throughput published,
        Throughput received,
        Throughput losing,
        Volume waiting,
        Volume lost) {}
