package io.zrs.output;

import io.zrs.text.JsonCursor;
import io.zrs.text.JsonCursor.Token;
import io.zrs.text.JsonUnquoted;
import io.zrs.text.Unprintable;
import io.zrs.text.Utf8;

/** One name or value of JSON that is shown without a break: harmless, perhaps shortened. To be filled again and again. */
final class JsonPiece {
    /** An escape sequence with a code in it takes so many bytes, and so many columns. */
    private static final int CODE = 6;

    private final Shortening shortening;
    private final ByteText body = new ByteText();
    private String mark = "";
    private int width;

    JsonPiece(Shortening shortening) {
        this.shortening = shortening;
    }

    /** How many columns it takes. */
    int width() {
        return width;
    }

    /** Adds it, its body in a colour. */
    void write(ByteText out, String colour, JsonColours colours) {
        if (body.length() > 0) {
            JsonColours.start(out, colour);
            out.add(body);
            JsonColours.end(out, colour);
        }
        if (!mark.isEmpty()) {
            colours.mark(out, mark);
        }
    }

    /** Takes the token that {@code in} is at, which is no beginning or end of an object or array. */
    void take(byte[] json, JsonCursor in, Token token) {
        clear();
        switch (token) {
            case NAME -> string(json, in, shortening.mostOfRare());
            case STRING -> value(json, in);
            default -> word(json, in.from(), in.to());
        }
    }

    /** Takes an object or array that has nothing in it. */
    void empty(boolean object) {
        clear();
        body.append(object ? "{}" : "[]");
        width = 2;
    }

    /** Takes what stands for something that is not shown. */
    void mark(String text) {
        clear();
        setMark(text);
    }

    private void clear() {
        body.clear();
        mark = "";
        width = 0;
    }

    private void setMark(String text) {
        mark = text;
        width += text.length();
    }

    private void value(byte[] json, JsonCursor in) {
        if (shortening.strings()) {
            string(json, in, shortening.most());
        } else {
            setMark("<string length: " + show(json, in.from() + 1, in.to() - 1, 0) + ">");
        }
    }

    private void word(byte[] json, int from, int to) {
        int most = shortening.mostOfRare();
        int shown = Math.min(to - from, most);
        body.add(json, from, shown);
        width = shown;
        if (shown < to - from) {
            setMark(Shortening.rest(to - from, "digits"));
        }
    }

    private void string(byte[] json, JsonCursor in, int most) {
        body.add('"');
        long characters = show(json, in.from() + 1, in.to() - 1, most);
        body.add('"');
        width += 2;
        if (characters > most) {
            setMark(Shortening.rest(characters, "characters"));
        }
    }

    /** Shows the first characters, and counts them all. */
    private long show(byte[] json, int from, int to, int most) {
        long characters = 0;
        for (int at = from; at < to; characters++) {
            int size = size(json, at);
            if (characters < most) {
                character(json, at, size);
            }
            at += size;
        }
        return characters;
    }

    /** How many bytes stand for the character at {@code at}. */
    private static int size(byte[] json, int at) {
        if (json[at] != '\\') {
            return json[at] >= 0 ? 1 : Utf8.sequence(json, at);
        }
        return json[at + 1] != 'u' ? 2 : JsonUnquoted.isPair(json, at) ? 2 * CODE : CODE;
    }

    private void character(byte[] json, int at, int size) {
        if (json[at] == '\\') {
            body.add(json, at, size);
            width += size;
            return;
        }
        int codePoint = size == 1 ? json[at] : Utf8.codePoint(json, at, size);
        if (Unprintable.is(codePoint)) {
            TerminalText.hex(body, codePoint, 'u', 4);
            width += CODE;
        } else {
            body.add(json, at, size);
            width += Columns.of(codePoint);
        }
    }
}
