package io.zrs.cli.topic;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.TerminalSize;
import io.zrs.output.ByteText;
import io.zrs.output.TerminalText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/**
 * A list of topics that is redrawn in place on a terminal. Each line is written over and only then cleared behind its
 * end, all in one piece, so that nothing flickers; the terminal itself cuts what is wider than it is.
 */
final class ScreenView implements WatchView {
    private static final String NO_WRAP = "\u001b[?7l";
    private static final String WRAP = "\u001b[?7h";
    private static final String CLEAR_REST_OF_LINE = "\u001b[K";
    private static final String CLEAR_BELOW = "\u001b[J";

    private final Context context;
    private final TopicListForm form;
    private final Supplier<TerminalSize> size;
    private int drawn;
    private String last;

    ScreenView(Context context, TopicListForm form, Supplier<TerminalSize> size) {
        this.context = context;
        this.form = form;
        this.size = size;
    }

    @Override
    public void show(List<TopicEntry> topics) throws IOException {
        ByteText text = new ByteText();
        form.append(text, topics);
        String list = text.toString();
        if (list.equals(last)) {
            return;
        }
        last = list;
        draw(list.isEmpty() ? List.of("(no topics)") : list.lines().toList());
    }

    private void draw(List<String> lines) throws IOException {
        // One row is for the cursor below the list.
        int room = Math.max(1, size.get().rows() - 1);
        boolean fits = lines.size() <= room;
        ByteText out = new ByteText();
        out.append(drawn == 0 ? "\r" : "\u001b[" + drawn + "F").append(NO_WRAP);
        for (String line : fits ? lines : lines.subList(0, room - 1)) {
            TerminalText.append(out, line.getBytes(StandardCharsets.UTF_8));
            out.append(CLEAR_REST_OF_LINE).add('\n');
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

    @Override
    public void interrupted() {
        drawn = 0;
        last = null;
    }
}
