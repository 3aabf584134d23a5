package io.zrs.client;

import io.zrs.model.GraphEvent;
import java.time.Instant;

/**
 * Something that changed, and when.
 *
 * @param event what changed
 * @param stamp when it did, by the clock of the master's machine
 */
public record TimedEvent(GraphEvent event, Instant stamp) {}
