package io.zrs.bag;

import java.util.Map;

/** Names and values that a bag holds beside messages, under one name. See {@link #LOSS} and {@link #RECORDING}. */
public record BagMetadata(String name, Map<String, String> values) {
    /** How the names of those begin that zrs writes. */
    public static final String OWN = "zrs.";

    /**
     * What a recorder could not take: {@code from} and {@code until}, in nanoseconds since 1970, and a count as {@code topic.NAME} for
     * each topic, or as {@code unknown} where the topic is not known. Counts of several add up.
     */
    public static final String LOSS = "zrs.loss";

    /** How a recording came about: {@code master}, {@code topics}, {@code host}, {@code end} and so on. */
    public static final String RECORDING = "zrs.recording";

    /** What stands before a topic's name in the metadata of a loss. */
    public static final String LOSS_TOPIC = "topic.";

    /**
     * What is to be known of a ZeROSMQ recording: what its times count from, as {@code times}, and how many messages are so far out of
     * order that cursors give them behind later ones, as {@code late}.
     */
    public static final String LINES = "zrs.lines";
}
