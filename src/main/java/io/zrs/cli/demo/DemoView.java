package io.zrs.cli.demo;

import io.zrs.cli.command.Context;
import io.zrs.model.TopicName;
import io.zrs.output.ByteText;
import io.zrs.output.Envelope;
import io.zrs.output.JsonLine;
import io.zrs.output.Palette;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Shows what the plant does. Its nodes call it from threads of their own. */
final class DemoView {
    private static final int NAME_WIDTH = 11;
    private static final int TOPIC_WIDTH = 14;

    private final Context context;
    private final boolean json;
    private final Palette palette;
    private IOException failure;

    DemoView(Context context, boolean json) {
        this.context = context;
        this.json = json;
        palette = new Palette(context.terminal().outColours());
    }

    /** A node published {@code payload}. */
    void published(String node, TopicName topic, String payload) {
        if (json) {
            ByteText text = new ByteText();
            JsonLine line = begin(text, "published", node).field("topic", topic.value());
            Envelope.payload(line, payload.getBytes(StandardCharsets.UTF_8));
            line.end();
            write(text);
        } else {
            String gap = " ".repeat(Math.max(1, TOPIC_WIDTH - topic.value().length() + 2));
            line(node, topic + gap + payload);
        }
    }

    /** A node did something else, in a word of the third person: {@code stops}. */
    void does(String node, String word) {
        if (json) {
            ByteText text = new ByteText();
            begin(text, word, node).end();
            write(text);
        } else {
            line(node, word);
        }
    }

    /** Passes on that standard output took no more, if so. */
    synchronized void check() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    private JsonLine begin(ByteText text, String event, String node) {
        return new JsonLine(text)
                .field("event", event)
                .stamp(context.clock().instant())
                .field("node", node);
    }

    private void line(String node, String rest) {
        String gap = " ".repeat(Math.max(1, NAME_WIDTH - node.length()));
        write(new ByteText().append(palette.paint(node, "[" + node + "]") + gap + rest + "\n"));
    }

    private synchronized void write(ByteText text) {
        try {
            text.drainTo(context.out());
            context.out().flush();
        } catch (IOException e) {
            failure = e;
        }
    }
}
