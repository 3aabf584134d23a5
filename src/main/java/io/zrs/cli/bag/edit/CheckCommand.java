package io.zrs.cli.bag.edit;

import io.zrs.bag.BagInfo;
import io.zrs.bag.edit.Check;
import io.zrs.bag.edit.CheckResult;
import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.JsonOption;
import io.zrs.cli.command.ValueKind;
import io.zrs.cli.command.ZrsCommand;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The command {@code zrs bag check}. */
public final class CheckCommand extends ZrsCommand {
    private final Argument<List<Path>> files;
    private final JsonOption json;

    /** The command in the world {@code context}. */
    public CheckCommand(Context context) {
        super(context, new Definition("check", "Says whether bags are whole, and what is wrong with them."));
        Definition me = definition();
        me.description(
                "Reads everything: each record, checksum, index and count. The exit code is 3",
                "if something is wrong, also if a file was not finished.");
        files = me.parameters("FILE", Path::of, "The bags.").completes(ValueKind.BAG);
        json = new JsonOption(me);
        me.examples("zrs bag check run.mcap", "zrs bag check --json *.mcap | jq 'select(.state != \"whole\")'");
    }

    @Override
    protected ExitCode run() throws IOException, InterruptedException {
        ExitCode ending = ExitCode.DONE;
        for (Path file : files.get()) {
            try {
                CheckResult result = check(file);
                context().show(new CheckForm(file, result).text(json.wanted()));
                if (result.state() != BagInfo.State.WHOLE && ending == ExitCode.DONE) {
                    ending = ExitCode.LOSS;
                }
            } catch (ZrsException e) {
                if (files.get().size() == 1) {
                    throw e;
                }
                context().note(e.getMessage() + (e.remedy().isEmpty() ? "" : "; " + e.remedy()));
                ending = ExitCode.of(e.code());
            }
        }
        return ending;
    }

    private CheckResult check(Path file) throws InterruptedException {
        try (Work work = new Work(context(), "checked", size(file))) {
            return Check.check(file, work);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            // The check itself says it better.
            return 0;
        }
    }
}
