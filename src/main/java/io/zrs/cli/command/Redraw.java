package io.zrs.cli.command;

import io.zrs.output.ByteText;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/**
 * Lines that are redrawn in place on a terminal. Each is written over and only then cleared behind its end, all in one piece,
 * so that nothing flickers; the terminal itself cuts what is wider than it is.
 */
public final class Redraw {
    private static final String NO_WRAP = "\u001b[?7l";
    private static final String WRAP = "\u001b[?7h";
    private static final String CLEAR_REST_OF_LINE = "\u001b[K";
    private static final String CLEAR_BELOW = "\u001b[J";

    private final Context context;
    private final Supplier<TerminalSize> size;
    private int drawn;

    /** On standard output, of the size that {@code size} tells each time. */
    public Redraw(Context context, Supplier<TerminalSize> size) {
        this.context = context;
        this.size = size;
    }

    /**
     * Shows the lines in place of those before.
     *
     * @param lines with nothing in them that a terminal would obey but for colours
     */
    public void show(List<String> lines) throws IOException {
        // One row is for the cursor below them.
        int room = Math.max(1, size.get().rows() - 1);
        boolean fits = lines.size() <= room;
        ByteText out = new ByteText();
        out.append(drawn == 0 ? "\r" : "\u001b[" + drawn + "F").append(NO_WRAP);
        for (String line : fits ? lines : lines.subList(0, room - 1)) {
            out.append(line).append(CLEAR_REST_OF_LINE).add('\n');
        }
        if (!fits) {
            out.append("… and " + (lines.size() - room + 1) + " more lines")
                    .append(CLEAR_REST_OF_LINE)
                    .add('\n');
        }
        drawn = Math.min(lines.size(), room);
        out.append(CLEAR_BELOW).append(WRAP);
        out.drainTo(context.out());
        context.out().flush();
    }

    /** Says that something else has been written to the terminal since: what comes next is drawn below it. */
    public void interrupted() {
        drawn = 0;
    }
}
