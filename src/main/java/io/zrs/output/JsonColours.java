package io.zrs.output;

/** The colours of JSON's parts, which can be told apart on a dark and on a light background. */
public final class JsonColours {
    /** None at all. */
    public static final JsonColours NONE = new JsonColours("", "", "", "", "");

    /** Of the first eight. Numbers, of which there are most, are as the terminal writes. */
    private static final JsonColours FEW = new JsonColours("36", "32", "", "35", "2");

    /** From the 6x6x6 cube, at least 3.5:1 against black and against white. */
    private static final JsonColours MANY = new JsonColours("38;5;32", "38;5;28", "38;5;130", "38;5;133", "2");

    private final String name;
    private final String string;
    private final String number;
    private final String literal;
    private final String mark;

    private JsonColours(String name, String string, String number, String literal, String mark) {
        this.name = name;
        this.string = string;
        this.number = number;
        this.literal = literal;
        this.mark = mark;
    }

    /** Those of a terminal with so many: 0, 8 or 256. */
    public static JsonColours of(int colours) {
        return colours == 0 ? NONE : colours < 256 ? FEW : MANY;
    }

    String name() {
        return name;
    }

    String string() {
        return string;
    }

    String number() {
        return number;
    }

    String literal() {
        return literal;
    }

    /** Adds text, which is harmless, in the colour of names. */
    public void name(ByteText out, String text) {
        start(out, name);
        out.append(text);
        end(out, name);
    }

    /** What is zrs's own and not in the message, such as the count of what is left out: dim. */
    public void mark(ByteText out, String text) {
        start(out, mark);
        out.append(text);
        end(out, mark);
    }

    static void start(ByteText out, String colour) {
        if (!colour.isEmpty()) {
            out.append("\u001b[").append(colour).add('m');
        }
    }

    static void end(ByteText out, String colour) {
        if (!colour.isEmpty()) {
            out.append("\u001b[0m");
        }
    }
}
