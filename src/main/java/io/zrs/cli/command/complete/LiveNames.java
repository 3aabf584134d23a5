package io.zrs.cli.command.complete;

import io.zrs.model.TopicName;
import io.zrs.output.JsonShape;
import java.util.List;
import java.util.Optional;

/**
 * What is there now. Asked while somebody waits for a key to have its effect: answers soon, and knows nothing rather
 * than fail.
 */
public interface LiveNames {
    /** Nothing is there, as without a master. */
    LiveNames NONE = new LiveNames() {
        @Override
        public List<LiveName> topics() {
            return List.of();
        }

        @Override
        public List<LiveName> nodes() {
            return List.of();
        }

        @Override
        public Optional<JsonShape> fields(TopicName topic) {
            return Optional.empty();
        }
    };

    /** The topics, by name. */
    List<LiveName> topics();

    /** The nodes, by name, as {@code NAME} or {@code NAME#INSTANCE}. */
    List<LiveName> nodes();

    /** The fields of a topic's last message; empty if it has none, or is no JSON. */
    Optional<JsonShape> fields(TopicName topic);
}
