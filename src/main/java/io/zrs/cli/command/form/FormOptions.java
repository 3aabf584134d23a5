package io.zrs.cli.command.form;

import io.zrs.cli.command.Argument;
import io.zrs.cli.command.Context;
import io.zrs.cli.command.Definition;
import io.zrs.cli.command.JsonOption;
import io.zrs.cli.command.Numbers;
import io.zrs.cli.command.TerminalSize;
import io.zrs.cli.command.ValueKind;
import io.zrs.cli.command.form.CsvForm.Lead;
import io.zrs.expression.FieldReference;
import io.zrs.model.ErrorCode;
import io.zrs.model.Message;
import io.zrs.model.ZrsException;
import io.zrs.output.ByteText;
import io.zrs.output.Envelope;
import io.zrs.output.JsonColours;
import io.zrs.output.Palette;
import io.zrs.output.Shortening;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/** The options that say how a message looks. */
public final class FormOptions {
    private static final String FULL = "--full";
    private static final String LENGTH = "-l";
    private static final String STAMP = "--stamp";
    private static final String FIELD = "--field";

    private final Argument<List<FieldReference>> fields;
    private final boolean stamped;
    private final Optional<Argument<Boolean>> stamp;
    private final Argument<Boolean> full;
    private final Argument<Integer> length;
    private final Argument<Boolean> noArrays;
    private final Argument<Boolean> noStrings;
    private final Argument<Boolean> raw;
    private final Argument<Boolean> csv;
    private final Argument<Boolean> plot;
    private final Argument<String> format;
    private final JsonOption json;

    /** Adds them to a command that shows messages as they come. */
    public FormOptions(Definition me) {
        this(me, false);
    }

    /**
     * Adds them to a command.
     *
     * @param stamped whether every message is shown with its time, instead of there being an option for that
     */
    public FormOptions(Definition me, boolean stamped) {
        this.stamped = stamped;
        fields = me.repeatable(
                        FIELD,
                        "PATH",
                        FieldReference::parse,
                        "Only this field, such as pose.x or ranges[0];",
                        "again for more.")
                .completes(ValueKind.FIELD);
        stamp = stamped
                ? Optional.empty()
                : Optional.of(me.flag(STAMP, "Show when a message came: seconds since 1970."));
        full = me.flag(FULL + " --full-length", "Shorten nothing.");
        length = me.option(
                        LENGTH + " --truncate-length",
                        "N",
                        Numbers::intCount,
                        "Arrays and strings up to N; at a terminal 128.")
                .completes(ValueKind.NONE);
        noArrays = me.flag("--no-arr --noarr", "Of arrays only type and length.");
        noStrings = me.flag("--no-str --nostr", "Of strings only the length.");
        raw = me.flag("--raw", "Payloads as they are, a line end behind each.");
        csv = me.flag("--csv", "A table whose columns are the fields.");
        plot = me.flag("-p --plot", "A table as rostopic echo -p has it.");
        format = me.option(
                        "--format",
                        "FMT",
                        text -> text,
                        "As FMT says: %%t topic, %%s payload, %%S size of it,",
                        "%%T time, %%I in ISO 8601, %%n number, %%x hex,",
                        "%%j JSON, %%{pose.x} a field; \\n \\t \\r \\0 \\xHH.")
                .completes(ValueKind.NONE);
        json = new JsonOption(me);
    }

    /**
     * The form that the options ask for.
     *
     * @param named whether a message has to say its topic: there may be several
     * @param columns how wide the terminal is; asked once, and only where it matters
     * @throws ZrsException {@link ErrorCode#INVALID} if the options contradict each other
     */
    public Form form(Context context, boolean named, IntSupplier columns) {
        check();
        boolean terminal = context.terminal().out();
        if (json.wanted()) {
            return fields.value().isPresent() ? new JsonForm(chosen(context)) : FormOptions::envelope;
        }
        if (raw.get()) {
            return terminal ? RawForm.HARMLESS : RawForm.EXACT;
        }
        if (csv.get() || plot.get()) {
            return table(context, named);
        }
        if (format.value().isPresent()) {
            return new TemplateForm(format.get(), terminal);
        }
        Palette palette = new Palette(context.terminal().outColours());
        return new TextForm(named, stamped || stampGiven(), chosen(context), palette, body(context, terminal, columns));
    }

    private boolean stampGiven() {
        return stamp.isPresent() && stamp.get().get();
    }

    private static boolean envelope(ByteText out, Message message, Instant stamp) {
        Envelope.append(out, message, stamp);
        return true;
    }

    private TextForm.Body body(Context context, boolean terminal, IntSupplier columns) {
        boolean shaped = length.value().isPresent() || noArrays.get() || noStrings.get();
        if (!terminal && !shaped) {
            return new ExactBody();
        }
        int width = terminal ? columns.getAsInt() : TerminalSize.USUAL.columns();
        return new PrettyBody(
                width, shortening(), JsonColours.of(context.terminal().outColours()));
    }

    private Shortening shortening() {
        Shortening usual = full.get() ? Shortening.NONE : Shortening.USUAL;
        int most = length.value().orElse(usual.most());
        int line = length.value().orElse(usual.line());
        return new Shortening(most, line, !noArrays.get(), !noStrings.get());
    }

    private Form table(Context context, boolean named) {
        List<Lead> leads = new ArrayList<>();
        if (plot.get()) {
            leads.add(Lead.TIME);
        }
        if (named) {
            leads.add(Lead.TOPIC);
        }
        if (stampGiven() || stamped && !plot.get()) {
            leads.add(Lead.STAMP);
        }
        ColumnName style = plot.get() ? ColumnName.PLOT : ColumnName.PATH;
        boolean arrays = !noArrays.get();
        boolean strings = !noStrings.get();
        return new CsvForm(context, chosen(context), leads, () -> new Columns(arrays, strings, style));
    }

    /** Null: all there is. */
    private Fields chosen(Context context) {
        return fields.value().map(paths -> new Fields(paths, context)).orElse(null);
    }

    private void check() {
        List<String> forms = new ArrayList<>();
        add(forms, "--json", json.wanted());
        add(forms, "--raw", raw.get());
        add(forms, plot.get() ? "--plot" : "--csv", csv.get() || plot.get());
        add(forms, "--format", format.value().isPresent());
        if (forms.size() > 1) {
            throw contradiction(forms.get(0), forms.get(1), "choose one of them");
        }
        if (full.get() && length.value().isPresent()) {
            throw contradiction(FULL, LENGTH, "choose one of them");
        }
        if (!forms.isEmpty()) {
            check(forms.get(0));
        }
    }

    private void check(String form) {
        boolean table = csv.get() || plot.get();
        refuse(form, FULL, full.get(), "that shortens nothing anyway");
        refuse(form, LENGTH, length.value().isPresent(), "that shortens nothing");
        refuse(form, "--no-arr", noArrays.get() && !table, "that shows all or what --field says");
        refuse(form, "--no-str", noStrings.get() && !table, "that shows all or what --field says");
        refuse(form, STAMP, stampGiven() && raw.get(), "try --format '%T %s\\n'");
        refuse(form, STAMP, stampGiven() && format.value().isPresent(), "write %T in the format");
        refuse(form, FIELD, fields.value().isPresent() && raw.get(), "leave out --raw, or try --format '%{x}\\n'");
        refuse(form, FIELD, fields.value().isPresent() && format.value().isPresent(), "write %{x} in the format");
    }

    private static void refuse(String form, String option, boolean given, String remedy) {
        if (given) {
            throw contradiction(form, option, remedy);
        }
    }

    private static void add(List<String> options, String name, boolean given) {
        if (given) {
            options.add(name);
        }
    }

    private static ZrsException contradiction(String one, String other, String remedy) {
        return new ZrsException(ErrorCode.INVALID, one + " and " + other + " contradict each other", remedy);
    }
}
