package io.zrs.cli.command.form;

import io.zrs.cli.command.form.Fields.Found;
import io.zrs.expression.FieldReference;
import io.zrs.model.ErrorCode;
import io.zrs.model.Message;
import io.zrs.model.ZrsException;
import io.zrs.output.ByteText;
import io.zrs.output.Envelope;
import io.zrs.output.PayloadText;
import io.zrs.output.StampText;
import io.zrs.output.TerminalText;
import io.zrs.text.JsonText;
import io.zrs.text.JsonText.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a string such as {@code %t %T %s\n} says, letters as in kcat's and mosquitto_sub's, and no more: the line end too is
 * the string's own.
 */
final class TemplateForm implements Form {
    private static final String LETTERS = "%t %s %p %S %l %T %U %I %n %x %j %{field} %%";
    private static final String ESCAPES = "\\n \\t \\r \\\\ \\0 \\xHH";

    private final boolean terminal;
    private final String format;
    private final List<Part> parts = new ArrayList<>();
    private ByteText literal = new ByteText();
    private int at;
    private long number;

    /** A piece of what is printed. */
    @FunctionalInterface
    private interface Part {
        void append(ByteText out, Message message, Instant stamp);
    }

    /**
     * Reads a format.
     *
     * @param terminal whether what is in messages has to be made harmless; else the bytes pass as they are
     * @throws ZrsException {@link ErrorCode#INVALID} for a letter that there is not; the message names the column, from 1
     */
    TemplateForm(String format, boolean terminal) {
        this.format = format;
        this.terminal = terminal;
        if (format.isEmpty()) {
            throw new ZrsException(ErrorCode.INVALID, "--format is empty", "write one such as '%t %s\\n'");
        }
        while (at < format.length()) {
            int codePoint = format.codePointAt(at);
            if (codePoint == '%') {
                conversion();
            } else if (codePoint == '\\') {
                escape();
            } else {
                literal.append(Character.toString(codePoint));
                at += Character.charCount(codePoint);
            }
        }
        add(null);
    }

    @Override
    public boolean append(ByteText out, Message message, Instant stamp) {
        number++;
        for (Part part : parts) {
            part.append(out, message, stamp);
        }
        return true;
    }

    private void conversion() {
        char letter = letter();
        if (letter == '{') {
            add(field());
            return;
        }
        at += 2;
        switch (letter) {
            case '%' -> literal.add('%');
            case 't' ->
                add((out, message, stamp) -> bytes(out, utf8(message.topic().value())));
            case 's', 'p' -> add((out, message, stamp) -> bytes(out, message.payload()));
            case 'S', 'l' -> add((out, message, stamp) -> out.number(message.payload().length, 1));
            case 'T', 'U' -> add((out, message, stamp) -> StampText.seconds(out, stamp));
            case 'I' -> add((out, message, stamp) -> StampText.iso(out, stamp));
            case 'n' -> add((out, message, stamp) -> out.number(number, 1));
            case 'x' -> add(TemplateForm::hex);
            case 'j' -> add(TemplateForm::envelope);
            default -> {
                at -= 2;
                throw error("there is no '%" + shown() + "'", "there are " + LETTERS);
            }
        }
    }

    private void escape() {
        char letter = letter();
        int value = switch (letter) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case '\\' -> '\\';
            case '0' -> 0;
            case 'x' -> hexDigits();
            default -> throw error("there is no '\\" + shown() + "'", "there are " + ESCAPES);
        };
        literal.add(value);
        at += letter == 'x' ? 4 : 2;
    }

    private int hexDigits() {
        int high = at + 2 < format.length() ? Character.digit(format.charAt(at + 2), 16) : -1;
        int low = at + 3 < format.length() ? Character.digit(format.charAt(at + 3), 16) : -1;
        if (high < 0 || low < 0) {
            throw error("two hexadecimal digits have to follow '\\x'", "");
        }
        return high << 4 | low;
    }

    /** What follows the sign that {@link #at} is at. */
    private char letter() {
        if (at + 1 == format.length()) {
            char sign = format.charAt(at);
            throw error("nothing follows '" + sign + "'", "write " + sign + sign + " for the sign itself");
        }
        return format.charAt(at + 1);
    }

    private String shown() {
        return Character.toString(format.codePointAt(at + 1));
    }

    private ZrsException error(String what, String remedy) {
        int column = format.codePointCount(0, at) + 1;
        return new ZrsException(ErrorCode.INVALID, "--format, column " + column + ": " + what, remedy);
    }

    /** Begins anew after a part; null: there is no more. */
    private void add(Part part) {
        if (literal.length() > 0) {
            byte[] bytes = literal.toByteArray();
            parts.add((out, message, stamp) -> out.add(bytes));
            literal = new ByteText();
        }
        if (part != null) {
            parts.add(part);
        }
    }

    private Part field() {
        int end = end();
        FieldReference field;
        try {
            field = FieldReference.parse(format.substring(at + 2, end));
        } catch (ZrsException e) {
            throw error(e.getMessage(), e.remedy());
        }
        at = end + 1;
        return (out, message, stamp) -> {
            boolean json = JsonText.kindOf(message.payload()) != Kind.NOT_JSON;
            Found found = Fields.find(field, message, json);
            if (found != null) {
                bytes(out, found.plain());
            }
        };
    }

    /** Where the brace closes; one within quotes does not. */
    private int end() {
        char quote = 0;
        for (int i = at + 2; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c == '}' && quote == 0) {
                return i;
            }
            if (quote == 0 ? c == '"' || c == '\'' : c == quote) {
                quote = quote == 0 ? c : 0;
            }
        }
        throw error("'%{' has no end", "close it with }");
    }

    private void bytes(ByteText out, byte[] bytes) {
        if (terminal) {
            TerminalText.append(out, bytes);
        } else {
            out.add(bytes);
        }
    }

    private static void hex(ByteText out, Message message, Instant stamp) {
        for (byte b : message.payload()) {
            PayloadText.hex(out, b);
        }
    }

    private static void envelope(ByteText out, Message message, Instant stamp) {
        Envelope.appendObject(out, message, stamp);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
