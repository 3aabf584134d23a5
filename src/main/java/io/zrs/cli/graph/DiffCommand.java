package io.zrs.cli.graph;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.MasterOption;
import io.zrs.cli.command.ValueKind;
import io.zrs.cli.command.ZrsCommand;
import io.zrs.graph.GraphDifference;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;

/** The command {@code zrs graph diff}. */
public final class DiffCommand extends ZrsCommand {
    private final Argument<String> before;
    private final Argument<String> after;
    private final Argument<Boolean> all;
    private final PictureOptions picture;
    private final MasterOption master;

    /** The command in the world {@code context}. */
    public DiffCommand(Context context) {
        super(context, new Definition("diff", "Says what came and went between two graphs."));
        Definition me = definition();
        me.description(
                "A graph is a file by 'zrs graph --json' or 'zrs expect --graph FILE --save', -",
                "for standard input, or a master's HOST:PORT. Ends with 3 if the two differ.");
        before = me.parameter("BEFORE", word -> word, "The older graph.").completes(ValueKind.files("json"));
        after = me.optionalParameter("AFTER", word -> word, "The newer one; else the system as it is now.")
                .completes(ValueKind.files("json"));
        picture = new PictureOptions(context, me);
        all = me.flag("-a --all", "Tools' own nodes too, where a master tells.");
        master = new MasterOption(context, me);
        me.examples("zrs graph diff before.json", "zrs graph diff robot1:5555 robot2:5555 -o difference.svg");
    }

    @Override
    protected ExitCode run() throws IOException {
        if (before.get().equals("-") && after.value().map("-"::equals).orElse(false)) {
            throw new ZrsException(ErrorCode.INVALID, "both graphs cannot come from standard input", "name one");
        }
        boolean drawn = picture.isDrawn();
        GraphOrigin origin = new GraphOrigin(context(), master, all.get());
        NamedGraph old = origin.read(before.get());
        NamedGraph now = after.value().map(origin::read).orElseGet(origin::live);
        GraphDifference difference = GraphDifference.between(old.by(now), now.by(old));
        if (drawn) {
            FormatName format = picture.formatBesideJson();
            byte[] joint = Formats.of(format).write(difference.joint(), picture.setting(format));
            picture.target().write(context(), joint);
        }
        if (!drawn || !picture.target().isStandardOutput()) {
            context()
                    .print(
                            picture.wantsJson()
                                    ? DifferenceForm.json(difference)
                                    : DifferenceForm.text(
                                            difference, context().terminal().outColours()));
        }
        return difference.changes().isEmpty() ? ExitCode.DONE : ExitCode.LOSS;
    }
}
