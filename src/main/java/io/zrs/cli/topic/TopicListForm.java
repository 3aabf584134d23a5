package io.zrs.cli.topic;

import io.zrs.output.Amount;
import io.zrs.output.ByteText;
import io.zrs.output.JsonLine;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** How a list of topics is printed. */
@FunctionalInterface
interface TopicListForm {
    /** Adds the topics, which are those to be shown and sorted. */
    void append(ByteText out, List<TopicEntry> topics);

    /** A name a line. */
    static TopicListForm names() {
        return (out, topics) ->
                topics.forEach(topic -> out.append(topic.topic().value()).add('\n'));
    }

    /** A name and a type a line, as {@code ros2 topic list -t} has it. */
    static TopicListForm types() {
        return (out, topics) -> topics.forEach(topic -> out.append(topic.topic().value())
                .append(" [")
                .append(topic.typeWord())
                .append("]\n"));
    }

    /** How many there are. */
    static TopicListForm count() {
        return (out, topics) -> out.append(Integer.toString(topics.size())).add('\n');
    }

    /** By what is published and subscribed, as {@code rostopic list -v} has it. */
    static TopicListForm verbose(TopicFilter filter) {
        return (out, topics) -> {
            if (filter.sides().published()) {
                out.append("\nPublished topics:\n");
                topics.stream()
                        .filter(filter::isPublished)
                        .forEach(topic -> side(out, topic, topic.publishers(), "publisher"));
            }
            if (filter.sides().subscribed()) {
                out.append("\nSubscribed topics:\n");
                topics.stream()
                        .filter(filter::isSubscribed)
                        .forEach(topic -> side(out, topic, topic.subscribers(), "subscriber"));
            }
            out.add('\n');
        };
    }

    private static void side(ByteText out, TopicEntry topic, OptionalInt nodes, String role) {
        out.append(" * ")
                .append(topic.topic().value())
                .append(" [")
                .append(topic.typeWord())
                .append("]");
        if (nodes.isPresent()) {
            out.append(" ").append(Amount.of(nodes.getAsInt(), role));
        }
        out.add('\n');
    }

    /**
     * One object.
     *
     * @param details whether it has more than the names
     */
    static TopicListForm json(boolean details) {
        return (out, topics) -> {
            JsonLine line = new JsonLine(out)
                    .field(
                            "topics",
                            topics.stream().map(topic -> topic.topic().value()).toList());
            if (details) {
                line.objects("details", topics, TopicListForm::details);
            }
            line.end();
        };
    }

    private static void details(JsonLine line, TopicEntry topic) {
        line.field("topic", topic.topic().value());
        TypeText.fields(line, topic.type());
        line.field("publishers", number(topic.publishers()))
                .field("subscribers", number(topic.subscribers()))
                .field("published", topic.published())
                .field("latched", topic.latched());
    }

    private static OptionalLong number(OptionalInt count) {
        return count.isPresent() ? OptionalLong.of(count.getAsInt()) : OptionalLong.empty();
    }

    /** One object with how many there are. */
    static TopicListForm jsonCount() {
        return (out, topics) -> new JsonLine(out).field("count", topics.size()).end();
    }
}
