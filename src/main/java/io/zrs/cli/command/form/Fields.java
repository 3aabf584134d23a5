package io.zrs.cli.command.form;

import io.zrs.cli.command.Context;
import io.zrs.expression.FieldReference;
import io.zrs.model.Message;
import io.zrs.text.JsonPath;
import io.zrs.text.JsonSlice;
import io.zrs.text.JsonText;
import io.zrs.text.JsonText.Kind;
import io.zrs.text.JsonUnquoted;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Looks for the fields that somebody wants of messages. What is not there is told once: the next has it, or none will. */
final class Fields {
    private final List<FieldReference> fields;
    private final Context context;
    private final boolean[] told;
    private boolean toldNothing;

    Fields(List<FieldReference> fields, Context context) {
        this.fields = fields;
        this.context = context;
        this.told = new boolean[fields.size()];
    }

    /**
     * A value out of a message.
     *
     * @param bytes what it stands in
     * @param from where it begins
     * @param to where what is behind it begins
     * @param json whether it is JSON; else it is text, or anything
     */
    record Found(byte[] bytes, int from, int to, boolean json) {
        /** What it is, or what the string stands for that it is. */
        byte[] plain() {
            return isString() ? JsonUnquoted.bytes(bytes, from, to) : Arrays.copyOfRange(bytes, from, to);
        }

        boolean isString() {
            return json && bytes[from] == '"';
        }

        boolean isContainer() {
            return json && (bytes[from] == '{' || bytes[from] == '[');
        }

        /** Whether it is null, or has no parts though it could have. */
        boolean isNothing() {
            return json && (bytes[from] == 'n' || isContainer());
        }

        private static Found whole(byte[] bytes, boolean json) {
            return new Found(bytes, 0, bytes.length, json);
        }
    }

    int size() {
        return fields.size();
    }

    /** A field as it was written. */
    String name(int index) {
        return fields.get(index).text();
    }

    /** The value of each field; null where there is none. Null instead of all if there is none at all. */
    Found[] in(Message message) {
        boolean json = JsonText.kindOf(message.payload()) != Kind.NOT_JSON;
        Found[] found = new Found[fields.size()];
        boolean any = false;
        for (int i = 0; i < found.length; i++) {
            found[i] = find(fields.get(i), message, json);
            any |= found[i] != null;
        }
        if (any) {
            tellMissing(found, message);
        } else {
            tellNothing(message);
        }
        return any ? found : null;
    }

    private void tellMissing(Found[] found, Message message) {
        for (int i = 0; i < found.length; i++) {
            if (found[i] == null && !told[i]) {
                told[i] = true;
                context.note("a message on " + message.topic().value() + " has no field " + name(i));
            }
        }
    }

    private void tellNothing(Message message) {
        if (!toldNothing) {
            toldNothing = true;
            String what = fields.size() == 1 ? "has no field " + name(0) : "has none of the fields";
            context.note("a message on " + message.topic().value() + " " + what + "; such messages are not shown");
        }
    }

    /** Null: it is not there. */
    static Found find(FieldReference field, Message message, boolean json) {
        if (field.path().isEmpty()) {
            return Found.whole(message.topic().value().getBytes(StandardCharsets.UTF_8), false);
        }
        JsonPath path = field.path().get();
        if (!json) {
            return path.steps().isEmpty() ? Found.whole(message.payload(), false) : null;
        }
        JsonSlice slice = path.find(message.payload()).orElse(null);
        return slice == null ? null : new Found(slice.bytes(), slice.from(), slice.to(), true);
    }
}
