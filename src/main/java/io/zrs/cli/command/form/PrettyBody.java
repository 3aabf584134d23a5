package io.zrs.cli.command.form;

import io.zrs.cli.command.form.Fields.Found;
import io.zrs.output.ByteText;
import io.zrs.output.JsonColours;
import io.zrs.output.JsonPretty;
import io.zrs.output.PayloadText;
import io.zrs.output.PayloadType;
import io.zrs.output.Shortening;
import io.zrs.output.TerminalText;
import io.zrs.text.JsonText;
import io.zrs.text.JsonText.Kind;

/** For people: laid out, shortened, in colours, and harmless to a terminal. */
final class PrettyBody implements TextForm.Body {
    private final JsonColours colours;
    private final JsonPretty json;
    private final PayloadText text;

    PrettyBody(int columns, Shortening shortening, JsonColours colours) {
        this.colours = colours;
        json = new JsonPretty(columns, shortening, colours);
        text = new PayloadText(shortening, colours);
    }

    @Override
    public void payload(ByteText out, byte[] payload) {
        if (JsonText.kindOf(payload) == Kind.NOT_JSON) {
            text.append(out, payload);
        } else {
            json.append(out, payload, 0, 0);
        }
    }

    @Override
    public void value(ByteText out, Found value) {
        if (value.isString()) {
            text.appendText(out, value.plain());
        } else if (value.json()) {
            json.append(out, value.bytes(), value.from(), 0);
        } else {
            text.append(out, value.bytes());
        }
    }

    @Override
    public void line(ByteText out, String path, Found value) {
        String name = TerminalText.line(path);
        colours.name(out, name);
        out.append(": ");
        if (value == null) {
            colours.mark(out, "-");
        } else if (value.json() && !value.isString()) {
            json.append(out, value.bytes(), value.from(), name.length() + 2);
        } else {
            byte[] plain = value.plain();
            if (value.json() || PayloadType.isText(plain)) {
                text.appendLine(out, plain);
            } else {
                text.append(out, plain);
            }
        }
    }
}
