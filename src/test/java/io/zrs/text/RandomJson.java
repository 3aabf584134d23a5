package io.zrs.text;

import java.util.Random;

/** JSON of any kind, with blanks and escape sequences wherever they may be. */
public final class RandomJson {
    private static final String[] HALVES = {"\\ud800", "\\udc00\\ud83d"};
    private static final String[] STRINGS = {
        "",
        "a",
        "data",
        "odd key",
        "\\\"",
        "\\\\",
        "\\u0041",
        "\\ud83d\\ude00",
        "\\n\\t\\/",
        "gr\u00fc\u00dfe",
        "\ud83d\ude00",
        "{",
        "]",
        ",",
        ":",
        "\u65e5\u672c"
    };
    private static final String[] OTHERS = {"0", "-1.50", "1e400", "123456789012345678901", "true", "false", "null"};
    private static final String[] BLANKS = {"", "", "", " ", "\n", "\r\n\t "};

    private final Random random;
    private final StringBuilder out = new StringBuilder();
    private final boolean halves;

    private RandomJson(Random random, boolean halves) {
        this.random = random;
        this.halves = halves;
    }

    /** One value, with blanks around it. */
    public static String next(Random random) {
        return value(new RandomJson(random, true));
    }

    /** Likewise, without half a surrogate pair, which is more than Jackson takes in a name. */
    public static String whole(Random random) {
        return value(new RandomJson(random, false));
    }

    private static String value(RandomJson json) {
        json.value(0);
        return json.out.toString();
    }

    private void value(int depth) {
        blank();
        int kind = random.nextInt(depth > 5 ? 2 : 5);
        switch (kind) {
            case 0 -> string();
            case 1 -> out.append(pick(OTHERS));
            default -> container(kind == 2, depth);
        }
        blank();
    }

    private void container(boolean object, int depth) {
        out.append(object ? '{' : '[');
        blank();
        for (int n = random.nextInt(5); n > 0; n--) {
            if (object) {
                blank();
                string();
                blank();
                out.append(':');
            }
            value(depth + 1);
            out.append(n > 1 ? "," : "");
        }
        out.append(object ? '}' : ']');
    }

    private void string() {
        out.append('"');
        for (int n = random.nextInt(3); n > 0; n--) {
            out.append(halves && random.nextInt(8) == 0 ? pick(HALVES) : pick(STRINGS));
        }
        out.append('"');
    }

    private void blank() {
        out.append(pick(BLANKS));
    }

    private String pick(String... from) {
        return from[random.nextInt(from.length)];
    }
}
