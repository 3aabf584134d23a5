package io.zrs.top;

import io.zrs.client.SystemStatus;
import io.zrs.client.TopicReading;
import io.zrs.model.NodeId;
import io.zrs.model.NodeInfo;
import java.util.List;
import java.util.function.Function;

/**
 * What a master told at one moment.
 *
 * @param address where it listens
 * @param millis when it was asked, in milliseconds since 1970
 * @param system the master and every registration
 * @param topics every topic
 * @param nodes every node that is to be shown, in any order
 * @param names what nodes are called, also those that are not shown
 */
public record Reading(
        String address,
        long millis,
        SystemStatus system,
        TopicReading topics,
        List<NodeInfo> nodes,
        Function<NodeId, String> names) {
    /** Copies the list. */
    public Reading {
        nodes = List.copyOf(nodes);
    }
}
