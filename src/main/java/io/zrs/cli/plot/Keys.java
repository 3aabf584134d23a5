package io.zrs.cli.plot;

import io.zrs.plot.PlotView;
import io.zrs.plot.ValueRange;
import io.zrs.screen.Key;
import java.util.List;

/** What the keys do to a view. */
final class Keys {
    /** In the last line, if asked for; what is likelier wanted comes first. */
    private static final List<String> HELP =
            List.of("space pause", "+- zoom", "arrows pan", "y range", "1-9 hide", "t clock", "r reset");

    /** In the last line, if not. */
    private static final List<String> HINT = List.of("? help");

    /** Whoever knows nothing else needs that. */
    private static final String END = "q quit";

    private static final String GAP = "  ";

    private final PlotView view;
    private boolean help;
    private boolean quit;

    Keys(PlotView view) {
        this.view = view;
    }

    /**
     * Does what a key says; one that says nothing has no effect.
     *
     * @param nowNanos the present of the plot's time
     * @param shown the range that is on the screen
     */
    void press(Key key, long nowNanos, ValueRange shown) {
        switch (key.name()) {
            case LEFT, RIGHT -> view.pan(key.name() == Key.Name.LEFT, nowNanos);
            case UP, DOWN -> view.lift(key.name() == Key.Name.UP, shown);
            case CHARACTER -> type(key.codePoint(), nowNanos, shown);
            default -> {
                // The terminal has another size, or it is no key of ours: drawn anew all the same.
            }
        }
    }

    private void type(int character, long nowNanos, ValueRange shown) {
        switch (character) {
            case ' ' -> view.pause(nowNanos);
            case '+', '=' -> view.zoom(true, nowNanos);
            case '-', '_' -> view.zoom(false, nowNanos);
            case 'y' -> view.fix(shown);
            case 't' -> view.turnClock();
            case '0', 'r' -> view.reset();
            case '?', 'h' -> help = !help;
            case 'q', 'Q' -> quit = true;
            default -> {
                if (character >= '1' && character <= '9') {
                    view.toggle(character - '1');
                }
            }
        }
    }

    /** Whether somebody wants no more. */
    boolean quit() {
        return quit;
    }

    /** What there is to say about keys, in so many columns: whole entries, and first how to get out. */
    String line(int columns) {
        StringBuilder line = new StringBuilder();
        for (String entry : help ? HELP : HINT) {
            if (line.length() + entry.length() + GAP.length() + END.length() > columns) {
                break;
            }
            line.append(entry).append(GAP);
        }
        return line.append(END).toString();
    }
}
