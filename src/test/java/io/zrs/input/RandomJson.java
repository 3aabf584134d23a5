package io.zrs.input;

import java.util.Random;

/** JSON by chance, for tests. */
final class RandomJson {
    private static final String[] SCALARS = {
        "0",
        "-0",
        "1.50",
        "-12e+7",
        "12345678901234567890123456789",
        "1E-400",
        "true",
        "false",
        "null",
        "\"\"",
        "\"a b\"",
        "\"\\\"\\\\ \\u00e9\\ud83d\\ude00\"",
        "\"\u00e9\u4e16\ud83d\ude00\"",
        "\"\u202e\"",
        "\"---\""
    };
    private static final String BLANKS = " \t\n\r";

    private RandomJson() {}

    /** One value; with blanks between its tokens perhaps. */
    static String value(Random random, int depth, boolean blanks) {
        StringBuilder out = new StringBuilder();
        add(out, random, depth, blanks);
        return out.toString();
    }

    private static void add(StringBuilder out, Random random, int depth, boolean blanks) {
        blank(out, random, blanks);
        int kind = random.nextInt(depth > 0 ? 4 : 2);
        if (kind < 2) {
            out.append(SCALARS[random.nextInt(SCALARS.length)]);
        } else {
            boolean object = kind == 2;
            out.append(object ? '{' : '[');
            int size = random.nextInt(4);
            for (int i = 0; i < size; i++) {
                if (object) {
                    blank(out, random, blanks);
                    out.append("\"k").append(i).append("\"");
                    blank(out, random, blanks);
                    out.append(':');
                }
                add(out, random, depth - 1, blanks);
                out.append(i + 1 < size ? "," : "");
            }
            blank(out, random, blanks);
            out.append(object ? '}' : ']');
        }
        blank(out, random, blanks);
    }

    private static void blank(StringBuilder out, Random random, boolean wanted) {
        while (wanted && random.nextInt(4) == 0) {
            out.append(BLANKS.charAt(random.nextInt(BLANKS.length())));
        }
    }

    /** JSON of bytes as characters, in which something may have been changed. */
    static String broken(Random random) {
        StringBuilder text = new StringBuilder(value(random, 3, random.nextBoolean()));
        for (int i = random.nextInt(3); i > 0 && text.length() > 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.setCharAt(at, (char) random.nextInt(256));
                default -> text.insert(at, "{}[]\",:\\u0e-".charAt(random.nextInt(12)));
            }
        }
        return text.toString();
    }

    /** Another way to do what is tested: by characters, with a state. */
    static String withoutBlanks(String json) {
        StringBuilder out = new StringBuilder();
        boolean quoted = false;
        boolean escaped = false;
        for (char c : json.toCharArray()) {
            if (quoted || BLANKS.indexOf(c) < 0) {
                out.append(c);
            }
            quoted ^= c == '"' && !escaped;
            escaped = quoted && c == '\\' && !escaped;
        }
        return out.toString();
    }
}
