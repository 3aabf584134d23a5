package io.zrs.cli.doctor;

import io.zrs.cli.command.Context;
import io.zrs.doctor.Area;
import java.io.PrintWriter;
import java.util.Locale;

/** A line on a terminal about what is being looked at. It is gone in the end. */
final class Looking {
    private final PrintWriter err;
    private final boolean shown;
    private int width;

    /** Shows nothing where standard error is no terminal. */
    Looking(Context context) {
        err = context.err();
        shown = context.terminal().err();
    }

    void at(Area area) {
        if (shown) {
            show("looking at: " + area.title().toLowerCase(Locale.ROOT) + " ...");
        }
    }

    void end() {
        if (width > 0) {
            show("");
            err.print("\r");
            err.flush();
        }
    }

    /** Over what is there: blanks do what an escape sequence would, on every kind of terminal. */
    private void show(String text) {
        err.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
        err.flush();
        width = text.length();
    }
}
