package io.zrs.bag.record;

import io.zrs.model.Message;
import java.util.function.Predicate;

/**
 * What a recording waits for: each episode, from some time before a message that matches to some time after it, is a file of its own.
 *
 * @param when which messages
 * @param preNanos how much is recorded of the time before, as far as there is memory
 * @param postNanos how much is recorded of the time after; one more match within it makes the episode longer
 */
public record Trigger(Predicate<Message> when, long preNanos, long postNanos) {}
