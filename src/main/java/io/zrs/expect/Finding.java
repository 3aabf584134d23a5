package io.zrs.expect;

import io.zrs.model.Message;
import java.util.Optional;

/**
 * What came of one thing that was expected. Every text is one line, but may hold what came from the network.
 *
 * @param name what its author calls it; empty if nothing
 * @param kind what it is about
 * @param subject the topic's or node's name
 * @param check what was looked at: {@code message}, {@code count}, {@code hz}, {@code every}, {@code silent}, or of a node
 *     {@code node}, {@code publishes}, {@code subscribes}, {@code count}
 * @param outcome how it ended
 * @param expected what should be
 * @param actual what is
 * @param reason why that may be; empty where nothing is known
 * @param nanos how long after the beginning that was certain, in nanoseconds
 * @param message the message that decided it, where one did against it
 */
public record Finding(
        String name,
        Kind kind,
        String subject,
        String check,
        Outcome outcome,
        String expected,
        String actual,
        String reason,
        long nanos,
        Optional<Message> message) {

    /** What a finding can be about. */
    public enum Kind {
        /** A topic's messages. */
        TOPIC("topic"),
        /** A node of the graph. */
        NODE("node");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word for programs. */
        public String word() {
            return word;
        }
    }

    /** This, and why that may be. */
    public Finding because(String why) {
        return new Finding(name, kind, subject, check, outcome, expected, actual, why, nanos, message);
    }
}
