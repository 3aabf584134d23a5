package io.zrs.cli.expect;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.JsonOption;
import io.zrs.cli.command.ValueKind;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which forms of the findings are wanted. */
final class FormOptions {
    private final Context context;
    private final JsonOption json;
    private final Argument<Boolean> tap;
    private final Argument<TextFile> junit;
    private final Argument<Boolean> quiet;

    /** Adds the options to the command. */
    FormOptions(Context context, Definition me) {
        this.context = context;
        json = new JsonOption(me);
        tap = me.flag("--tap", "Print TAP 14, the Test Anything Protocol.");
        junit = me.option(
                        "--junit",
                        "FILE",
                        TextFile::new,
                        "Write JUnit's XML, too; - is standard output,",
                        "with nothing else there.")
                .completes(ValueKind.files("xml"));
        quiet = me.flag("-q --quiet", "Print no findings; the exit code tells.");
    }

    /** The first option given that prints findings, if one is. */
    Optional<String> given() {
        return printed().stream().findFirst();
    }

    private List<String> printed() {
        List<String> options = new ArrayList<>();
        if (json.wanted()) {
            options.add("--json");
        }
        if (tap.get()) {
            options.add("--tap");
        }
        if (quiet.get()) {
            options.add("--quiet");
        }
        if (junit.value().isPresent()) {
            options.add("--junit");
        }
        return options;
    }

    /** Complains of two forms for one standard output. */
    void check() {
        List<String> options = printed();
        boolean toFile = junit.value().map(file -> !file.isStandardStream()).orElse(false);
        boolean quietAndXml = quiet.get() && !json.wanted() && !tap.get();
        if (toFile || quietAndXml) {
            options.remove("--junit");
        }
        if (options.size() > 1) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    options.get(0) + " contradicts " + options.get(1),
                    "standard output takes one of them");
        }
    }

    /** Makes the forms; complains if a file cannot be written. */
    Findings open() {
        List<FindingForm> forms = new ArrayList<>();
        boolean taken = junit.value().map(TextFile::isStandardStream).orElse(false);
        if (json.wanted()) {
            forms.add(new JsonForm(context));
        } else if (tap.get()) {
            forms.add(new TapForm(context));
        } else if (!quiet.get() && !taken) {
            forms.add(new TextForm(context));
        }
        junit.value().ifPresent(file -> {
            file.prepare();
            forms.add(new JunitForm(context.clock().instant(), text -> file.write(context, text)));
        });
        return new Findings(forms);
    }
}
