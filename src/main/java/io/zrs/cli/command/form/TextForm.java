package io.zrs.cli.command.form;

import io.zrs.cli.command.form.Fields.Found;
import io.zrs.model.Message;
import io.zrs.output.ByteText;
import io.zrs.output.Palette;
import io.zrs.output.StampText;
import java.time.Instant;

/** A message as {@code rostopic echo} has it: topic and time where they are asked for, what is in it, a rule below. */
final class TextForm implements Form {
    private final boolean named;
    private final boolean stamped;
    private final Fields fields;
    private final Palette palette;
    private final Body body;

    /** How what is in a message is shown. */
    interface Body {
        /** Adds a whole payload, without a line end behind it. */
        void payload(ByteText out, byte[] payload);

        /** Adds the value of a field, without a line end behind it. */
        void value(ByteText out, Found value);

        /** Adds the value of one of several fields behind its path; {@code value} is null if there is none. */
        void line(ByteText out, String path, Found value);
    }

    /**
     * The form.
     *
     * @param named whether a line above tells the topic
     * @param stamped whether another tells when it came
     * @param fields what is shown of messages; null: all of it
     */
    TextForm(boolean named, boolean stamped, Fields fields, Palette palette, Body body) {
        this.named = named;
        this.stamped = stamped;
        this.fields = fields;
        this.palette = palette;
        this.body = body;
    }

    @Override
    public boolean append(ByteText out, Message message, Instant stamp) {
        if (fields == null) {
            head(out, message, stamp);
            body.payload(out, message.payload());
            out.append("\n---\n");
            return true;
        }
        Found[] found = fields.in(message);
        if (found != null) {
            head(out, message, stamp);
            values(out, found);
            out.append("\n---\n");
        }
        return found != null;
    }

    private void head(ByteText out, Message message, Instant stamp) {
        if (named) {
            String topic = message.topic().value();
            out.append("topic: ").append(palette.paint(topic, topic)).add('\n');
        }
        if (stamped) {
            StampText.seconds(out.append("stamp: "), stamp);
            out.add('\n');
        }
    }

    private void values(ByteText out, Found[] found) {
        if (found.length == 1) {
            body.value(out, found[0]);
            return;
        }
        for (int i = 0; i < found.length; i++) {
            if (i > 0) {
                out.add('\n');
            }
            body.line(out, fields.name(i), found[i]);
        }
    }
}
