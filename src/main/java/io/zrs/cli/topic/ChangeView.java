package io.zrs.cli.topic;

import io.zrs.cli.command.Context;
import io.zrs.model.TopicName;
import io.zrs.output.ByteText;
import io.zrs.output.JsonLine;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A list of topics that changes, a line a change: first each topic that is there is added. */
final class ChangeView implements WatchView {
    private final Context context;
    private final Form form;
    private Set<TopicName> shown = new TreeSet<>();

    /** How a change is printed. */
    @FunctionalInterface
    private interface Form {
        void append(ByteText out, TopicName topic, boolean added);
    }

    private ChangeView(Context context, Form form) {
        this.context = context;
        this.form = form;
    }

    /** {@code + /topic} and {@code - /topic}. */
    static ChangeView lines(Context context) {
        return new ChangeView(
                context,
                (out, topic, added) ->
                        out.append(added ? "+ " : "- ").append(topic.value()).add('\n'));
    }

    /** {@code {"event":"added","topic":…,"stamp":…}} and {@code {"event":"removed",…}}. */
    static ChangeView json(Context context) {
        return new ChangeView(
                context,
                (out, topic, added) -> new JsonLine(out)
                        .field("event", added ? "added" : "removed")
                        .field("topic", topic.value())
                        .stamp(context.clock().instant())
                        .end());
    }

    @Override
    public void show(List<TopicEntry> topics) throws IOException {
        Set<TopicName> now = new TreeSet<>();
        topics.forEach(topic -> now.add(topic.topic()));
        ByteText out = new ByteText();
        appendMissing(out, shown, now, false);
        appendMissing(out, now, shown, true);
        shown = now;
        if (out.length() > 0) {
            context.show(out.toString());
        }
    }

    private void appendMissing(ByteText out, Set<TopicName> from, Set<TopicName> in, boolean added) {
        for (TopicName topic : from) {
            if (!in.contains(topic)) {
                form.append(out, topic, added);
            }
        }
    }

    @Override
    public void interrupted() {
        // A line of its own is where anything else goes.
    }
}
