package io.zrs.cli.topic.echo;

import io.zrs.model.Message;
import io.zrs.output.ByteText;
import io.zrs.output.Envelope;
import io.zrs.output.Palette;
import io.zrs.output.TerminalText;
import java.time.Instant;

/** How a message that came is printed. A form may have state, such as the header that goes before the first. */
@FunctionalInterface
interface EchoForm {
    /**
     * Adds {@code message}, which came at {@code stamp}; nothing at all if the message has nothing of what is to be
     * shown, and then it does not count as one that was.
     */
    void append(ByteText out, Message message, Instant stamp);

    /** One object a line. */
    static EchoForm json() {
        return Envelope::append;
    }

    /**
     * The payload and a rule below it, as {@code rostopic echo} has it.
     *
     * @param named whether a line above tells the topic
     * @param terminal whether it has to be made harmless; else the bytes pass as they are
     */
    static EchoForm text(boolean named, boolean terminal, Palette palette) {
        return (out, message, stamp) -> {
            if (named) {
                String topic = message.topic().value();
                out.append("topic: ").append(palette.paint(topic, topic)).add('\n');
            }
            if (terminal) {
                TerminalText.append(out, message.payload());
            } else {
                out.add(message.payload());
            }
            out.append("\n---\n");
        };
    }
}
