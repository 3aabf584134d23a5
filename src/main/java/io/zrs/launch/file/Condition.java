package io.zrs.launch.file;

import io.zrs.yaml.YamlMap;
import io.zrs.yaml.YamlNode;
import io.zrs.yaml.YamlScalar;
import java.util.Optional;

/** {@code if} and {@code unless}: a truth value, 1 or 0, or a comparison of texts by {@code ==} or {@code !=}. */
final class Condition {
    private static final String WHAT = "true, false, 1, 0, or a comparison such as $(arg mode) == fast";

    private Condition() {}

    /** Whether what has these keys is wanted. */
    static boolean holds(YamlMap map, Scope scope) {
        return holds(map.find("if"), scope, true) && !holds(map.find("unless"), scope, false);
    }

    private static boolean holds(Optional<YamlNode> node, Scope scope, boolean otherwise) {
        return node.map(value -> holds(value.scalar(WHAT), scope)).orElse(otherwise);
    }

    private static boolean holds(YamlScalar written, Scope scope) {
        // By what is written: a value may have signs of its own in it.
        for (String sign : new String[] {"==", "!="}) {
            int at = written.text().indexOf(sign);
            if (at >= 0) {
                boolean same = side(written, 0, at, scope)
                        .equals(side(written, at + 2, written.text().length(), scope));
                return same == sign.equals("==");
            }
        }
        String text = scope.text(written).strip();
        return switch (text) {
            case "true", "True", "TRUE", "1" -> true;
            case "false", "False", "FALSE", "0" -> false;
            default -> throw new YamlScalar(written.place(), text, false).wrong(WHAT);
        };
    }

    private static String side(YamlScalar written, int from, int to, Scope scope) {
        String part = written.text().substring(from, to).strip();
        boolean quoted = part.length() > 1
                && part.charAt(0) == part.charAt(part.length() - 1)
                && "'\"".indexOf(part.charAt(0)) >= 0;
        String bare = quoted ? part.substring(1, part.length() - 1) : part;
        return scope.text(new YamlScalar(written.place(), bare, false));
    }
}
