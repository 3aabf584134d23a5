package io.zrs.graph;

import java.util.Optional;

/**
 * The namespace that a name is in, up to some depth: of {@code /robot1/arm/joint}, {@code /robot1} at depth 1 and
 * {@code /robot1/arm} at depth 2. Scripts' paths have them as well, where a {@code ./} or {@code ../} in front does not count.
 */
final class Namespace {
    private Namespace() {}

    /** Empty for a name with no more parts than that. */
    static Optional<String> of(String name, int depth) {
        int at = root(name);
        for (int part = 0; part < depth; part++) {
            int slash = name.indexOf('/', at);
            if (slash < 0 || slash == name.length() - 1) {
                return Optional.empty();
            }
            at = slash + 1;
        }
        return Optional.of(name.substring(0, at - 1));
    }

    private static int root(String name) {
        int at = 0;
        while (name.startsWith("./", at) || name.startsWith("../", at)) {
            at = name.indexOf('/', at) + 1;
        }
        while (at < name.length() && name.charAt(at) == '/') {
            at++;
        }
        return at;
    }
}
