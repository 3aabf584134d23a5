package io.zrs.top;

import io.zrs.model.TopicStatus;
import io.zrs.output.TerminalText;
import io.zrs.stats.Throughput;
import java.util.OptionalDouble;

/**
 * One topic in numbers.
 *
 * @param status since the master started
 * @param in what came from publishers, a second
 * @param out what reached subscribers, a second
 * @param lost what the master dropped, a second
 * @param history the messages a second of the last {@value RateHistory#SECONDS} s, the latest last; not a number where
 *     that is not known; not copied, do not change it
 */
public record TopicRow(TopicStatus status, Throughput in, Throughput out, Throughput lost, double[] history) {
    /** The topic's name, harmless to a terminal. */
    public String name() {
        return TerminalText.line(status.topic().value());
    }

    /** The mean size on the wire of what came since the reading before, else of all that ever came, in bytes. */
    public OptionalDouble meanSize() {
        if (in.messagesPerSecond() > 0) {
            return OptionalDouble.of(in.bytesPerSecond() / in.messagesPerSecond());
        }
        long messages = status.in().messages();
        return messages == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) status.in().bytes() / messages);
    }

    /** Whether somebody is on it, or a message is kept for who comes. */
    public boolean isCurrent() {
        return status.publishers() > 0 || status.subscribers() > 0 || status.latched();
    }

    /** Whether nobody publishes, or nobody subscribes. */
    public boolean isLoose() {
        return status.publishers() == 0 || status.subscribers() == 0;
    }
}
