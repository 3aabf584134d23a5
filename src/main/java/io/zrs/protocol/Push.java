package io.zrs.protocol;

import io.zrs.model.GraphEvent;
import java.time.Instant;

/** What the master says to a connection unasked. */
public sealed interface Push {
    /** Does the node answer? It is to answer with this number. */
    record Ping(long id) implements Push {}

    /** The node is to end, and to answer with this number first. {@code reason} is one line and may be empty. */
    record Stop(long id, String reason) implements Push {}

    /** Something has changed, to who asked for events. */
    record Event(GraphEvent event, Instant stamp) implements Push {}
}
