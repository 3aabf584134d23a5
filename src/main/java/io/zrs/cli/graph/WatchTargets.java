package io.zrs.cli.graph;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.TerminalSize;
import io.zrs.cli.command.ViewTarget;
import io.zrs.drawing.window.LiveWindow;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where a graph is shown that is kept current. */
final class WatchTargets {
    /** What a page in landscape has, in points. */
    private static final int WIDTH = 960;

    private static final int HEIGHT = 640;

    /** Between two texts one after the other, as between messages. */
    private static final byte[] END = "---\n".getBytes(StandardCharsets.UTF_8);

    private final Context context;
    private final PictureOptions picture;
    private final FormatName format;

    WatchTargets(Context context, PictureOptions picture, FormatName format) {
        this.context = context;
        this.picture = picture;
        this.format = format;
    }

    /** Refuses what cannot come one after the other on standard output. */
    void check() {
        if (picture.target().isStandardOutput() && format != FormatName.TEXT && format != FormatName.JSON) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    "--watch writes " + format.word() + " to a file, which it keeps current",
                    "give -o FILE");
        }
    }

    /** A file that is rewritten, a terminal that is redrawn, or else one picture after the other. */
    GraphSink usual() {
        boolean redrawn = picture.target().isStandardOutput()
                && format == FormatName.TEXT
                && context.terminal().out();
        return redrawn
                ? new TerminalSink(context, picture.setting(format), TerminalSize::ask)
                : pictures(picture.target());
    }

    private GraphSink pictures(Target target) {
        boolean texts = target.isStandardOutput() && format == FormatName.TEXT;
        return new PictureSink(Formats.of(format), picture.setting(format), bytes -> {
            target.write(context, bytes);
            if (texts) {
                target.write(context, END);
            }
        });
    }

    /** A window, and the file if one was named; where no window can be, the file alone, one made for it if need be. */
    GraphSink window(String title) {
        ViewTarget viewer = new ViewTarget(context, "graph");
        Optional<LiveWindow> window = viewer.window(title, WIDTH, HEIGHT);
        boolean named = !picture.target().isStandardOutput();
        if (window.isPresent()) {
            Optional<GraphSink> file = named ? Optional.of(pictures(picture.target())) : Optional.empty();
            return new WindowSink(window.get(), picture.setting(format), file);
        }
        Target target = named
                ? picture.target()
                : new Target(
                        Optional.of(viewer.temporaryFile(format.extension()).toString()));
        context.note("the graph is in " + target.file().orElseThrow() + ", which is kept current");
        return pictures(target);
    }
}
