package io.zrs.model;

import java.util.OptionalLong;

/**
 * One topic in numbers. Volumes count from the master's start, also of nodes that have gone.
 *
 * @param topic its name
 * @param publishers how many nodes publish on it
 * @param subscribers how many nodes subscribe to it
 * @param published whether anybody ever published on it
 * @param latched whether its last message is kept for later subscribers
 * @param in what came from publishers
 * @param out what went to subscribers, lost and waiting messages included: one message counts once a subscriber
 * @param lost what the master dropped because subscribers were too slow
 * @param waiting what waits for subscribers now
 * @param idleMillis milliseconds since the last message; empty if there was none
 */
public record TopicStatus(
        TopicName topic,
        int publishers,
        int subscribers,
        boolean published,
        boolean latched,
        Volume in,
        Volume out,
        Volume lost,
        Volume waiting,
        OptionalLong idleMillis) {
    /** What reached subscribers. Only ever grows. */
    public Volume delivered() {
        return out.minus(lost).minus(waiting);
    }
}
