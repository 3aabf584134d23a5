package io.zrs.cli.graph;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Where a picture of a graph goes to.
 *
 * @param columns how wide text may be
 * @param colours how many colours text may have: 0, 8 or 256
 * @param environment environment variables by name; null where one is not set
 * @param note takes what is to be said of the picture in a line, on standard error
 */
record Setting(int columns, int colours, UnaryOperator<String> environment, Consumer<String> note) {
    /** The same at another width. */
    Setting with(int width) {
        return new Setting(width, colours, environment, note);
    }

    /** The same with nothing said of the picture: it is written again and again. */
    Setting inSilence() {
        return new Setting(columns, colours, environment, text -> {});
    }
}
