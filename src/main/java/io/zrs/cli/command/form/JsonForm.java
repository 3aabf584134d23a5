package io.zrs.cli.command.form;

import io.zrs.cli.command.form.Fields.Found;
import io.zrs.model.Message;
import io.zrs.output.ByteText;
import io.zrs.output.Envelope;
import io.zrs.output.JsonLine;
import io.zrs.text.Utf8;
import java.time.Instant;
import java.util.Base64;

/**
 * Fields of messages as objects like the {@link Envelope}: {@code data} is the value of the one field, or an object with
 * the values of several that are there, by their paths. It is for those who work with values; of a payload that is no UTF-8
 * Base64 stands there.
 */
final class JsonForm implements Form {
    private static final String DATA = "data";

    private final Fields fields;

    JsonForm(Fields fields) {
        this.fields = fields;
    }

    @Override
    public boolean append(ByteText out, Message message, Instant stamp) {
        Found[] found = fields.in(message);
        if (found == null) {
            return false;
        }
        JsonLine line =
                new JsonLine(out).field("topic", message.topic().value()).stamp(stamp);
        if (found.length == 1) {
            add(line, DATA, found[0]);
        } else {
            line.object(DATA, object -> {
                for (int i = 0; i < found.length; i++) {
                    if (found[i] != null) {
                        add(object, fields.name(i), found[i]);
                    }
                }
            });
        }
        line.end();
        return true;
    }

    private static void add(JsonLine line, String name, Found value) {
        if (value.json()) {
            line.value(name, value.bytes(), value.from(), value.to());
        } else {
            byte[] bytes = value.bytes();
            line.text(name, Utf8.isValid(bytes) ? bytes : Base64.getEncoder().encode(bytes));
        }
    }
}
