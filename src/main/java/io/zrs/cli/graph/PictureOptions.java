package io.zrs.cli.graph;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.JsonOption;
import io.zrs.cli.command.TerminalSize;
import io.zrs.cli.command.ValueKind;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Which options say in what form a picture is written, and where to. */
final class PictureOptions {
    /** Wider than an old terminal, as what is no terminal can be scrolled. */
    private static final int FILE_COLUMNS = 120;

    private final Context context;
    private final Argument<String> file;
    private final Argument<FormatName> format;
    private final JsonOption json;

    /** Adds the options to a command. */
    PictureOptions(Context context, Definition me) {
        this.context = context;
        file = me.option("-o --output", "FILE", word -> word, "Write to a file, in the format its name ends with.")
                .completes(ValueKind.files("svg", "png", "html", "dot", "mmd", "json", "txt"));
        format = me.option(
                        "--format", "FORMAT", FormatName::parse, String.join(" ", FormatName.words()) + "; else text.")
                .completes(ValueKind.choice(FormatName::words));
        json = new JsonOption(me);
    }

    /** Whether a picture was asked for, by its format or the file that it goes to. */
    boolean isDrawn() {
        return file.value().isPresent() || format.value().isPresent();
    }

    boolean wantsJson() {
        return json.wanted();
    }

    Target target() {
        return new Target(file.value());
    }

    /** As {@link #format}, where without any the picture is for the eye. */
    FormatName formatToView() {
        return format.value().isEmpty() && file.value().isEmpty() && !json.wanted() ? FormatName.SVG : format();
    }

    /**
     * The format that is asked for.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if there are two, or it is nothing for where it goes
     */
    FormatName format() {
        Optional<FormatName> named = format.value();
        if (json.wanted() && named.isPresent() && named.get() != FormatName.JSON) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    "--json contradicts --format " + named.get().word(),
                    "leave out one of the two");
        }
        FormatName name = json.wanted() ? FormatName.JSON : named.orElseGet(() -> target().format());
        target().check(context, name);
        return name;
    }

    /** The same where {@code --json} is not about the picture. */
    FormatName formatBesideJson() {
        FormatName name = format.value().orElseGet(() -> target().format());
        target().check(context, name);
        return name;
    }

    /** What a picture in that format may depend on. */
    Setting setting(FormatName name) {
        boolean shown = name == FormatName.TEXT
                && target().isStandardOutput()
                && context.terminal().out();
        return new Setting(
                shown ? TerminalSize.ask().columns() : FILE_COLUMNS,
                shown ? context.terminal().outColours() : 0,
                context.environment(),
                noteOnce());
    }

    /** A picture that is drawn again and again says what there is to say only the first time. */
    private Consumer<String> noteOnce() {
        Set<String> told = new HashSet<>();
        return text -> {
            if (told.add(text)) {
                context.note(text);
            }
        };
    }
}
