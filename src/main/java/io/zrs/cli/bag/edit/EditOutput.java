package io.zrs.cli.bag.edit;

import io.zrs.bag.BagWriter;
import io.zrs.bag.edit.LinesWriter;
import io.zrs.bag.edit.OutputFile;
import io.zrs.bag.edit.Renaming;
import io.zrs.cli.bag.choice.TopicNames;
import io.zrs.cli.command.Context;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.output.Amount;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The bag that a command writes: a file that is there when it is whole, or standard output. */
final class EditOutput implements AutoCloseable {
    /** What stands for standard output. */
    static final String STDOUT = "-";

    private final String name;
    private final OutputFile file;
    private final BagWriter writer;
    private final Optional<LinesWriter> lines;

    private EditOutput(String name, OutputFile file, BagWriter writer, Optional<LinesWriter> lines) {
        this.name = name;
        this.file = file;
        this.writer = writer;
        this.lines = lines;
    }

    /**
     * What comes from the bag that is read, where the format has a place for it.
     *
     * @param profile as {@link io.zrs.bag.Bag#profile()} has it
     * @param zero the log time that is 0 in a format whose times count from the start
     */
    record Origin(String profile, long zero) {}

    /**
     * Begins it.
     *
     * @param origin what is taken over from what is read
     */
    static EditOutput open(
            Context context,
            String name,
            boolean replace,
            List<Path> inputs,
            Format format,
            McapOptions mcap,
            Origin origin)
            throws IOException {
        if (format == Format.ZEROSMQ && mcap.isGiven()) {
            throw new ZrsException(
                    ErrorCode.INVALID, "compression and chunks are for MCAP", "name a file that ends in .mcap");
        }
        mcap.compression();
        OutputFile file = file(context, name, replace, inputs);
        try {
            if (format == Format.ZEROSMQ) {
                LinesWriter lines = new LinesWriter(file.channel(), origin.zero());
                return new EditOutput(name, file, lines, Optional.of(lines));
            }
            return new EditOutput(name, file, mcap.writer(file.channel(), origin.profile()), Optional.empty());
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    static OutputFile file(Context context, String name, boolean replace, List<Path> inputs) {
        if (!name.equals(STDOUT)) {
            return OutputFile.create(Path.of(name), replace, inputs);
        }
        if (context.terminal().out()) {
            throw new ZrsException(
                    ErrorCode.INVALID, "a bag is nothing to read on a terminal", "name a file, or write to a pipe");
        }
        context.interruption().impatient();
        return OutputFile.to(context.out());
    }

    BagWriter writer() {
        return writer;
    }

    /** One that takes messages by what their topics are called before they get these names. */
    BagWriter writer(TopicNames names) {
        return names.isGiven() ? new Renaming(names::name).before(writer) : writer;
    }

    /** Finishes it, and gives it its name. */
    void commit() throws IOException {
        writer.close();
        file.commit();
    }

    long bytes() {
        return writer.bytes();
    }

    String name() {
        return name.equals(STDOUT) ? "standard output" : name;
    }

    /** What a ZeROSMQ recording could not hold: notes about each kind, of which there are none for other formats. */
    List<String> losses() {
        List<String> notes = new ArrayList<>();
        lines.map(LinesWriter::refused).ifPresent(refused -> {
            add(notes, refused.bytes(), "message", "not UTF-8, not written");
            add(notes, refused.lineEnds(), "message", "with line ends in the payload, not written");
            add(notes, refused.topics(), "message", "of a topic whose name no line can hold, not written");
            add(notes, refused.times(), "message", "of a time that no line can hold, not written");
            add(notes, refused.attachments(), "attachment", "left out: ZeROSMQ has none");
            add(notes, refused.others(), "record", "of a kind that zrs does not know, left out: ZeROSMQ has none");
            if (refused.metadata() > 0) {
                notes.add("metadata left out: ZeROSMQ has none");
            }
        });
        return notes;
    }

    /** How many messages could not be written. */
    long refused() {
        return lines.map(writer -> writer.refused().messages()).orElse(0L);
    }

    private static void add(List<String> notes, long count, String what, String why) {
        if (count > 0) {
            notes.add(Amount.of(count, what) + " " + why);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
