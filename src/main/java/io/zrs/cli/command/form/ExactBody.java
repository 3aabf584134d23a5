package io.zrs.cli.command.form;

import io.zrs.cli.command.form.Fields.Found;
import io.zrs.output.ByteText;
import io.zrs.output.JsonString;
import io.zrs.output.TerminalText;

/** For programmes: to the byte. Where several values have a line each, what would break it is escaped. */
final class ExactBody implements TextForm.Body {
    @Override
    public void payload(ByteText out, byte[] payload) {
        out.add(payload);
    }

    @Override
    public void value(ByteText out, Found value) {
        out.add(value.plain());
    }

    @Override
    public void line(ByteText out, String path, Found value) {
        out.append(path).append(": ");
        if (value == null) {
            out.add('-');
        } else if (value.isContainer()) {
            JsonString.tidy(out, value.bytes(), value.from(), value.to());
        } else {
            TerminalText.appendLine(out, value.plain());
        }
    }
}
