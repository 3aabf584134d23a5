package io.zrs.cli.bag.edit;

import io.zrs.bag.edit.OutputFile;
import io.zrs.bag.edit.Recovery;
import io.zrs.bag.edit.RecoveryResult;
import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.JsonOption;
import io.zrs.cli.command.ValueKind;
import io.zrs.cli.command.ZrsCommand;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The command {@code zrs bag recover}. */
public final class RecoverCommand extends ZrsCommand {
    private final Argument<Path> in;
    private final Argument<String> out;
    private final Argument<Boolean> inPlace;
    private final Argument<Boolean> force;
    private final JsonOption json;

    /** The command in the world {@code context}. */
    public RecoverCommand(Context context) {
        super(context, new Definition("recover", "Makes a whole bag of one that is cut off, unfinished or damaged."));
        Definition me = definition();
        me.description(
                "Writes NAME.recovered.mcap beside it. What is damaged or cut off is left out,",
                "and said; the exit code is 3 then. A file that only has no end loses nothing.");
        in = me.parameter("IN", Path::of, "The bag.").completes(ValueKind.BAG);
        out = me.option("-o --output", "OUT", name -> name, "The file to write; - is standard output.")
                .completes(ValueKind.BAG);
        inPlace = me.flag("--in-place", "Put the whole bag in the place of IN, without .active.");
        force = me.flag("-f --force", "Replace OUT if it is there.");
        json = new JsonOption(me);
        me.examples("zrs bag recover run.mcap.active", "zrs bag recover broken.mcap -o whole.mcap");
    }

    @Override
    protected ExitCode run() throws IOException, InterruptedException {
        if (inPlace.get() && out.value().isPresent()) {
            throw new ZrsException(
                    ErrorCode.INVALID, "--in-place and --output contradict each other", "give one of them");
        }
        Path file = in.get();
        boolean lines = Recovery.isLines(file);
        if (inPlace.get() && Recovery.isBeingWritten(file)) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    file + " is being recorded",
                    "end the recording first, or recover it without --in-place");
        }
        Path target = RecoveredName.finished(file);
        String name = inPlace.get() ? target.toString() : out.value().orElseGet(() -> RecoveredName.of(file, lines));
        if (json.wanted() && name.equals(EditOutput.STDOUT)) {
            throw new ZrsException(
                    ErrorCode.INVALID, "--json and the bag cannot both go to standard output", "name a file");
        }
        try (Work work = new Work(context(), "recovered", Files.size(file));
                OutputFile output = inPlace.get()
                        ? OutputFile.create(target, force.get() || target.equals(file), List.of())
                        : EditOutput.file(context(), name, force.get(), List.of(file))) {
            RecoveryResult result = Recovery.recover(file, output.channel(), work);
            output.commit();
            if (inPlace.get() && !target.equals(file)) {
                Files.delete(file);
            }
            work.clear();
            tell(new RecoverForm(file, name, result, lines));
            return result.isComplete() ? ExitCode.DONE : ExitCode.LOSS;
        }
    }

    private void tell(RecoverForm form) throws IOException {
        if (json.wanted()) {
            context().print(form.json());
        } else {
            form.lines().forEach(context()::note);
        }
    }
}
