package io.zrs.cli.launch;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import io.zrs.cli.command.MasterOption;
import io.zrs.cli.command.NearMiss;
import io.zrs.cli.command.Quantity;
import io.zrs.cli.command.ZrsCommand;
import io.zrs.launch.file.LaunchMistakes;
import io.zrs.launch.file.LaunchPlan;
import io.zrs.launch.file.LaunchReader;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.output.ByteText;
import java.io.IOException;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** The command {@code zrs launch}. */
public final class LaunchCommand extends ZrsCommand {
    /** More than that nobody mends before trying again. */
    private static final int MOST_MISTAKES = 20;

    private final LaunchOptions options;
    private final MasterOption master;

    /** The command in the world {@code context}. */
    public LaunchCommand(Context context) {
        super(context, new Definition("launch", "Starts a master and programs as one, and ends them as one."));
        Definition me = definition();
        me.description(
                "Runs until every node has ended, or a required one, whose exit code it then",
                "has; or Ctrl-C, which ends them all in reverse order. Nothing survives it.");
        options = new LaunchOptions(me, context.environment());
        master = new MasterOption(context, me);
        me.examples("zrs launch robot.yaml rate:=20", "zrs launch robot.yaml --dry-run");
    }

    @Override
    protected ExitCode run() throws IOException, InterruptedException {
        if (options.showArguments.get()) {
            print(new ArgumentList(reader().arguments(options.file())), ArgumentList::text, ArgumentList::json);
            return ExitCode.DONE;
        }
        LaunchPlan plan = plan();
        if (options.nodes.get()) {
            print(new PlanList(plan, "", context().programme()), PlanList::names, PlanList::jsonNames);
            return ExitCode.DONE;
        }
        MasterChoice choice = new MasterChoice(context(), master, plan.master(), options.file());
        if (options.dryRun.get()) {
            PlanList list = new PlanList(plan, choice.likelyAddress(), context().programme());
            print(list, (which, out) -> which.commands(choice.description(), out), (which, out) -> {
                choice.json(out);
                which.json(out);
            });
            return ExitCode.DONE;
        }
        exitWith(new LaunchSession(context(), options, choice, plan).run());
        return ExitCode.DONE;
    }

    /** Tells every mistake, a line each, of which the last is thrown. */
    private LaunchPlan plan() {
        try {
            return reader().read(options.file(), options.values());
        } catch (LaunchMistakes e) {
            int count = e.all().size();
            boolean tooMany = count > MOST_MISTAKES;
            for (ZrsException one : e.all().subList(0, tooMany ? MOST_MISTAKES : count - 1)) {
                context().note(one.getMessage() + (one.remedy().isEmpty() ? "" : "; " + one.remedy()));
            }
            throw tooMany
                    ? new ZrsException(
                            ErrorCode.INVALID, "there are " + (count - MOST_MISTAKES) + " more mistakes", "", e)
                    : e.all().get(count - 1);
        }
    }

    private LaunchReader reader() {
        return reader(context().environment());
    }

    static LaunchReader reader(UnaryOperator<String> environment) {
        return new LaunchReader(NearMiss::of, Quantity::duration, environment);
    }

    private <T> void print(T what, BiConsumer<T, ByteText> text, BiConsumer<T, ByteText> json) throws IOException {
        ByteText out = new ByteText();
        if (options.json.wanted()) {
            json.accept(what, out);
            out.drainTo(context().out());
            context().out().flush();
        } else {
            text.accept(what, out);
            context().show(out.toString());
        }
    }
}
