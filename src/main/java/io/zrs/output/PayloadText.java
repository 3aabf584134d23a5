package io.zrs.output;

import io.zrs.text.Utf8;

/** Payloads that are no JSON as people read them: text that is harmless and does not flood; of binary its head alone. */
public final class PayloadText {
    private static final int HEAD_BYTES = 16;

    private final Shortening shortening;
    private final JsonColours colours;

    /** For text shortened so, to as many lines as an array would have elements. */
    public PayloadText(Shortening shortening, JsonColours colours) {
        this.shortening = shortening;
        this.colours = colours;
    }

    /** Adds a payload that is no JSON, without a line end behind it. */
    public void append(ByteText out, byte[] payload) {
        if (PayloadType.isText(payload)) {
            appendText(out, payload);
        } else {
            binary(out, payload);
        }
    }

    /** Adds text, whatever characters are in it. */
    public void appendText(ByteText out, byte[] utf8) {
        if (shortening.strings()) {
            text(out, utf8);
        } else {
            length(out, utf8);
        }
    }

    /** Adds text as a string in an array would be shown, but for the quotes: on one line. */
    public void appendLine(ByteText out, byte[] utf8) {
        if (shortening.strings()) {
            line(out, utf8, 0, utf8.length, shortening.most(), false);
        } else {
            length(out, utf8);
        }
    }

    private void length(ByteText out, byte[] utf8) {
        colours.mark(out, "<string length: " + characters(utf8, 0, utf8.length) + ">");
    }

    private void binary(ByteText out, byte[] payload) {
        ByteText head = new ByteText().append("<binary, ");
        grouped(head, payload.length);
        head.append(payload.length == 1 ? " byte:" : " bytes:");
        for (int i = 0; i < Math.min(HEAD_BYTES, payload.length); i++) {
            head.add(' ');
            hex(head, payload[i]);
        }
        colours.mark(out, head.append(payload.length > HEAD_BYTES ? " …>" : ">").toString());
    }

    /** Adds a byte as two hexadecimal digits. */
    public static void hex(ByteText out, byte value) {
        out.add(Character.forDigit(value >> 4 & 0xf, 16)).add(Character.forDigit(value & 0xf, 16));
    }

    private static void grouped(ByteText out, int number) {
        String digits = Integer.toString(number);
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                out.add(',');
            }
            out.add(digits.charAt(i));
        }
    }

    private void text(ByteText out, byte[] text) {
        int from = 0;
        for (int lines = 0; lines < shortening.most(); lines++) {
            int end = lineEnd(text, from);
            line(out, text, from, end, shortening.line(), true);
            if (end == text.length) {
                return;
            }
            out.add('\n');
            from = end + 1;
        }
        if (from < text.length) {
            colours.mark(out, Shortening.rest(lines(text), "lines"));
        }
    }

    private void line(ByteText out, byte[] text, int from, int end, int most, boolean layout) {
        int at = from;
        for (int count = 0; count < most && at < end; count++) {
            at += size(text, at);
        }
        TerminalText.append(out, text, from, at, layout);
        if (at < end) {
            colours.mark(out, Shortening.rest(characters(text, from, end), "characters"));
        }
    }

    private static int lineEnd(byte[] text, int from) {
        int at = from;
        while (at < text.length && text[at] != '\n') {
            at++;
        }
        return at;
    }

    private static long lines(byte[] text) {
        long count = text[text.length - 1] == '\n' ? 0 : 1;
        for (byte b : text) {
            count += b == '\n' ? 1 : 0;
        }
        return count;
    }

    private static long characters(byte[] text, int from, int to) {
        long count = 0;
        for (int at = from; at < to; at += size(text, at)) {
            count++;
        }
        return count;
    }

    private static int size(byte[] text, int at) {
        return text[at] >= 0 ? 1 : Utf8.sequence(text, at);
    }
}
