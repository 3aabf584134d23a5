package io.zrs.output;

import io.zrs.text.JsonCursor;
import io.zrs.text.JsonCursor.Token;
import io.zrs.text.JsonText;

/**
 * JSON as people read it: a line a field, scalars of an array side by side; an object or array of scalars alone stays on
 * the line that it fits on. Digits and escape sequences stay as they came; what a terminal would obey is escaped.
 *
 * <p>Takes time in proportion to the value and no stack. Not for sharing between threads.
 */
public final class JsonPretty {
    private static final int STEP = 2;

    private final int columns;
    private final Shortening shortening;
    private final JsonColours colours;
    private final JsonPiece piece;
    private final JsonFit fit;

    /** Of each open object or array: how many fields or elements there were, whether it stays on its line. */
    private final int[] counts = new int[JsonText.MAX_DEPTH + 1];

    private final boolean[] flat = new boolean[JsonText.MAX_DEPTH + 1];
    private final boolean[] objects = new boolean[JsonText.MAX_DEPTH + 1];

    /** Whether the element before stands on a line that others may go on. */
    private final boolean[] filling = new boolean[JsonText.MAX_DEPTH + 1];

    private ByteText out;
    private byte[] json;
    private JsonCursor in;
    private int depth;
    private int column;

    /** For lines of {@code columns}, where that can be. */
    public JsonPretty(int columns, Shortening shortening, JsonColours colours) {
        this.columns = columns;
        this.shortening = shortening;
        this.colours = colours;
        this.piece = new JsonPiece(shortening);
        this.fit = new JsonFit(shortening);
    }

    /**
     * Adds the value that begins at {@code from}, without a line end behind it.
     *
     * @param payload what {@link JsonText#kindOf} takes for JSON
     * @param used how many columns of the first line are taken
     */
    public void append(ByteText target, byte[] payload, int from, int used) {
        out = target;
        json = payload;
        in = new JsonCursor(payload, from);
        depth = 0;
        column = used;
        for (Token token = in.next(); token != Token.END; token = in.next()) {
            switch (token) {
                case NAME -> name();
                case CLOSE -> close();
                default -> value(token);
            }
        }
    }

    private void name() {
        if (counts[depth] == shortening.mostOfRare()) {
            rest("fields");
            return;
        }
        piece.take(json, in, Token.NAME);
        separate(false);
        write(colours.name());
        add(": ");
    }

    private void value(Token token) {
        boolean element = depth > 0 && !objects[depth];
        if (element && counts[depth] == shortening.most()) {
            rest("elements");
            return;
        }
        boolean whole = fit.take(piece, json, in, token);
        if (element) {
            separate(whole);
        }
        if (whole) {
            write(colour(token));
        } else {
            open(token);
        }
    }

    private String colour(Token token) {
        return switch (token) {
            case STRING -> colours.string();
            case NUMBER -> colours.number();
            case LITERAL -> colours.literal();
            default -> "";
        };
    }

    private void open(Token token) {
        boolean fits = fit.isFlat(json, in.from(), columns - column - 1);
        depth++;
        counts[depth] = 0;
        flat[depth] = fits;
        objects[depth] = token == Token.OBJECT;
        filling[depth] = false;
        add(objects[depth] ? "{" : "[");
    }

    private void close() {
        depth--;
        if (!flat[depth + 1]) {
            line();
        }
        add(objects[depth + 1] ? "}" : "]");
    }

    /** Goes from the element or field before to the next, whose piece is filled if it is {@code whole}. */
    private void separate(boolean whole) {
        boolean first = counts[depth]++ == 0;
        if (!first) {
            add(",");
        }
        boolean side = filling[depth] && whole && column + 1 + piece.width() < columns;
        if (!flat[depth] && !side) {
            line();
        } else if (!first) {
            add(" ");
        }
        filling[depth] = whole;
    }

    /** Stands for the elements or fields from the token on that {@code in} is at, and closes. */
    private void rest(String what) {
        piece.mark(Shortening.rest(counts[depth] + in.skipRest(), what));
        separate(filling[depth]);
        write("");
        close();
    }

    private void write(String colour) {
        piece.write(out, colour, colours);
        column += piece.width();
    }

    private void add(String sign) {
        out.append(sign);
        column += sign.length();
    }

    private void line() {
        // Deeper ones begin no further to the right, or there would be no room for them.
        column = Math.min(STEP * depth, columns / 2);
        out.add('\n');
        for (int i = 0; i < column; i++) {
            out.add(' ');
        }
    }
}
