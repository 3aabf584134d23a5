package io.zrs.bag;

import io.zrs.model.TopicName;
import io.zrs.model.ZrsException;
import java.util.Optional;

/** The names of topics in recordings, which may come from where there are blanks in them. */
public final class RecordedName {
    private RecordedName() {}

    /**
     * A topic as one that can be named here: blanks and control characters, which no name has, are <code>\\x20</code> or <code>\\u2003</code>
     * in it. Empty for one that is empty or too long.
     */
    public static Optional<TopicName> of(String topic) {
        Optional<TopicName> name = name(topic);
        if (name.isPresent()) {
            return name;
        }
        StringBuilder escaped = new StringBuilder();
        topic.codePoints().forEach(codePoint -> {
            String one = Character.toString(codePoint);
            escaped.append(
                    name(one).isPresent() ? one : String.format(codePoint < 0x100 ? "\\x%02x" : "\\u%04x", codePoint));
        });
        return name(escaped.toString());
    }

    private static Optional<TopicName> name(String topic) {
        try {
            return Optional.of(new TopicName(topic));
        } catch (ZrsException e) {
            return Optional.empty();
        }
    }
}
