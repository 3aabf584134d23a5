package io.zrs.cli.completion;

import io.zrs.cli.command.ValueKind;
import java.util.Optional;

/** The words by which scripts ask for what they cannot know. */
final class LiveKind {
    /** What a file says instead of a master. */
    static final String ARGUMENTS = "arguments";

    private LiveKind() {}

    /** The word for such values; empty for those that a script knows. */
    static Optional<String> word(ValueKind kind) {
        return switch (kind.source()) {
            case TOPIC, TOPIC_PATTERN -> Optional.of("topics");
            case NODE -> Optional.of("nodes");
            case NODE_OR_TOPIC -> Optional.of("names");
            case TOPIC_FIELD -> Optional.of("targets");
            case FIELD -> Optional.of("fields");
            case EXPRESSION -> Optional.of("expression");
            case FILE_WORD -> Optional.of(ARGUMENTS);
            case NONE, CHOICE, HINT, FILE, DIRECTORY, MASTER -> Optional.empty();
        };
    }

    /** What a master has to say for a word; empty if it is none of them. */
    static Optional<ValueKind> of(String word) {
        return Optional.ofNullable(
                switch (word) {
                    case "topics" -> ValueKind.TOPIC;
                    case "nodes" -> ValueKind.NODE;
                    case "names" -> ValueKind.NODE_OR_TOPIC;
                    case "targets" -> ValueKind.TOPIC_FIELD;
                    case "fields" -> ValueKind.FIELD;
                    case "expression" -> ValueKind.EXPRESSION;
                    default -> null;
                });
    }
}
