package io.zrs.cli.command.form;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.form.Fields.Found;
import io.zrs.model.Message;
import io.zrs.output.ByteText;
import io.zrs.output.CsvCell;
import io.zrs.output.StampText;
import io.zrs.text.JsonText;
import io.zrs.text.JsonText.Kind;
import io.zrs.text.Utf8;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;

/**
 * A table, one line a message: RFC 4180 but for the line end, which is the one of the tools that read it. The columns are
 * those of the first message; what a later one lacks is an empty cell, and what no column is for is told once.
 */
final class CsvForm implements Form {
    private final Context context;
    private final Fields fields;
    private final List<Lead> leads;
    private final Supplier<Columns> maker;
    private Columns columns;
    private boolean told;
    private boolean toldNothing;
    private boolean first;

    /** A column before those of the fields. */
    enum Lead {
        /** When the message came, as rostopic has it: nanoseconds since 1970. */
        TIME("%time"),
        /** The topic. */
        TOPIC("topic"),
        /** When the message came: seconds since 1970. */
        STAMP("stamp");

        private final String title;

        Lead(String title) {
            this.title = title;
        }
    }

    /**
     * The form.
     *
     * @param fields what is shown of messages; null: all of it
     * @param columns how the fields become columns; called when there is a message to make them of
     */
    CsvForm(Context context, Fields fields, List<Lead> leads, Supplier<Columns> columns) {
        this.context = context;
        this.fields = fields;
        this.leads = List.copyOf(leads);
        this.maker = columns;
    }

    @Override
    public boolean append(ByteText out, Message message, Instant stamp) {
        Found[] values = fields == null ? payload(message.payload()) : fields.in(message);
        if (values == null || columns == null && !header(out, values)) {
            return false;
        }
        Found[] cells = columns.cells(values);
        if (columns.hasLeft() && !told) {
            told = true;
            context.note("a message on " + message.topic().value() + " has fields that are in no column"
                    + "; the columns are the first message's, choose others with --field");
        }
        if (cells != null) {
            row(out, message, stamp, cells);
        } else if (!toldNothing) {
            toldNothing = true;
            context.note("a message on " + message.topic().value()
                    + " has nothing for the columns, which are the first message's; such messages are not shown");
        }
        return cells != null;
    }

    private static Found[] payload(byte[] payload) {
        return new Found[] {new Found(payload, 0, payload.length, JsonText.kindOf(payload) != Kind.NOT_JSON)};
    }

    /** False: there is nothing to make columns of, so that another message may have to be the first. */
    private boolean header(ByteText out, Found[] values) {
        Columns made = maker.get();
        made.make(values, paths());
        if (made.names().isEmpty()) {
            return false;
        }
        columns = made;
        boolean cut = made.hasLeft();
        if (cut) {
            told = true;
            context.note("the first message has more fields than " + Columns.MOST
                    + " columns can show, or longer names; choose some with --field");
        }
        first = true;
        for (Lead lead : leads) {
            cell(out, lead.title.getBytes(StandardCharsets.US_ASCII));
        }
        for (String name : made.names()) {
            cell(out, name.getBytes(StandardCharsets.UTF_8));
        }
        out.add('\n');
        return true;
    }

    private List<String> paths() {
        List<String> paths = new ArrayList<>();
        for (int i = 0; fields != null && i < fields.size(); i++) {
            paths.add(fields.name(i));
        }
        return fields == null ? List.of("") : paths;
    }

    private void row(ByteText out, Message message, Instant stamp, Found[] cells) {
        first = true;
        for (Lead lead : leads) {
            switch (lead) {
                case TIME -> StampText.nanos(next(out), stamp);
                case STAMP -> StampText.seconds(next(out), stamp);
                default -> cell(out, message.topic().value().getBytes(StandardCharsets.UTF_8));
            }
        }
        for (Found cell : cells) {
            if (cell == null) {
                next(out);
            } else {
                byte[] text = cell.plain();
                cell(
                        out,
                        cell.json() || Utf8.isValid(text)
                                ? text
                                : Base64.getEncoder().encode(text));
            }
        }
        out.add('\n');
    }

    private void cell(ByteText out, byte[] text) {
        CsvCell.append(next(out), text, context.terminal().out());
    }

    private ByteText next(ByteText out) {
        if (!first) {
            out.add(',');
        }
        first = false;
        return out;
    }
}
