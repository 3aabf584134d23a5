package io.zrs.cli.topic.echo;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.JsonOption;
import io.zrs.cli.command.Numbers;
import io.zrs.output.Palette;
import java.util.List;
import java.util.function.IntSupplier;

/** The options of echo that say how a message looks. */
final class FormOptions {
    private final Argument<Boolean> raw;
    private final Argument<Boolean> csv;
    private final Argument<Boolean> plot;
    private final Argument<String> format;
    private final Argument<List<String>> fields;
    private final Argument<Boolean> full;
    private final Argument<Integer> length;
    private final Argument<Boolean> noArrays;
    private final Argument<Boolean> noStrings;
    private final Argument<Boolean> stamp;
    private final JsonOption json;

    /** Adds them to a command. */
    FormOptions(Definition me) {
        fields = me.repeatable("--field", "PATH", text -> text, "Show this field, such as pose.x or ranges[0].");
        full = me.flag("--full --full-length", "Shorten nothing.");
        length = me.option(
                "-l --truncate-length", "N", Numbers::intCount, "Show N elements of arrays, N characters: 128.");
        noArrays = me.flag("--no-arr --noarr", "Show of arrays how long they are.");
        noStrings = me.flag("--no-str --nostr", "Show of strings how long they are.");
        stamp = me.flag("--stamp", "Show when a message came.");
        raw = me.flag("--raw", "Print payloads as they are, one a line.");
        csv = me.flag("--csv", "Print a table, its columns the fields.");
        plot = me.flag("-p --plot", "As --csv, in the form of rostopic echo -p.");
        format = me.option("--format", "FMT", text -> text, "Print '%%t %%T %%s\\n' and the like.");
        json = new JsonOption(me);
    }

    /**
     * The form that the options ask for.
     *
     * @param named whether a message has to say its topic: there may be several
     * @param columns how wide the terminal is; asked once, and only where it matters
     * @throws io.zrs.model.ZrsException {@link io.zrs.model.ErrorCode#INVALID} if they contradict each other
     */
    EchoForm form(Context context, boolean named, IntSupplier columns) {
        if (json.wanted()) {
            return EchoForm.json();
        }
        boolean terminal = context.terminal().out();
        return EchoForm.text(named, terminal, new Palette(context.terminal().outColours()));
    }
}
