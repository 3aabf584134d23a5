package io.zrs.cli.topic;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.Redraw;
import io.zrs.cli.command.TerminalSize;
import io.zrs.output.ByteText;
import io.zrs.output.TerminalText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/** A list of topics that is redrawn in place on a terminal. */
final class ScreenView implements WatchView {
    private final TopicListForm form;
    private final Redraw redraw;
    private String last;

    ScreenView(Context context, TopicListForm form, Supplier<TerminalSize> size) {
        this.form = form;
        redraw = new Redraw(context, size);
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
        List<String> lines =
                list.isEmpty() ? List.of("(no topics)") : list.lines().toList();
        redraw.show(lines.stream().map(ScreenView::harmless).toList());
    }

    private static String harmless(String line) {
        ByteText out = new ByteText();
        TerminalText.append(out, line.getBytes(StandardCharsets.UTF_8));
        return out.toString();
    }

    @Override
    public void interrupted() {
        redraw.interrupted();
        last = null;
    }
}
