package io.zrs.bag.edit;

import io.zrs.bag.edit.Finding.Consequence;
import io.zrs.bag.mcap.ChunkReader;
import io.zrs.bag.mcap.ChunkRecords;
import io.zrs.bag.mcap.Compression;
import io.zrs.bag.mcap.McapFile;
import io.zrs.bag.mcap.McapRecord;
import io.zrs.bag.mcap.McapRecord.Channel;
import io.zrs.bag.mcap.McapRecord.Message;
import io.zrs.bag.mcap.McapRecord.MessageIndex;
import io.zrs.bag.mcap.McapRecord.Schema;
import io.zrs.bag.mcap.Opcode;
import io.zrs.bag.mcap.RecordWalker;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.Optional;

/** Goes through an MCAP file that may be cut off or damaged and writes all that holds together. For one thread. */
final class McapRecovery implements McapScan.Visitor {
    private final RawFile raw;
    private final RecordFinder finder;
    private final ChunkReader reader;
    private final EditWatch watch;
    private final Findings findings = new Findings();
    private final RecoveredChannels channels;
    private final RecoveryOutput output;
    private String why = "";
    private boolean dataOver;

    private McapRecovery(McapFile file, RawFile raw, WritableByteChannel out, EditWatch watch) throws IOException {
        this.raw = raw;
        this.watch = watch;
        finder = new RecordFinder(raw);
        reader = new ChunkReader(file);
        KnownBefore known = KnownBefore.read(file, raw);
        channels = known.channels();
        output = new RecoveryOutput(out, known.profile(), channels);
    }

    static RecoveryResult recover(Path path, WritableByteChannel out, EditWatch watch)
            throws IOException, InterruptedException {
        try (McapFile file = new McapFile(path);
                RawFile raw = new RawFile(path, file.size())) {
            McapRecovery recovery = new McapRecovery(file, raw, out, watch);
            new McapScan(file, raw, recovery).run();
            return recovery.output.finish(recovery.findings);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public boolean record(RecordWalker walker) throws InterruptedException {
        watch.look(walker.end(), output.messages());
        int opcode = walker.opcode();
        if (opcode > Opcode.DATA_END) {
            if (finder.begins(walker.end())) {
                findings.add(walker.start(), Consequence.FORM, "a record of a kind that is not known, " + opcode);
                return true;
            }
            return false;
        }
        try {
            if (opcode != Opcode.MESSAGE_INDEX) {
                output.lossIsOver();
            }
            return opcode == Opcode.CHUNK ? chunk(walker) : other(walker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean chunk(RecordWalker walker) throws IOException {
        Optional<ChunkHead> head = ChunkHead.read(raw, walker.start(), walker.length());
        if (head.isEmpty()) {
            why = "a chunk's length is wrong";
            return false;
        }
        try {
            reader.load(head.get().stretch());
        } catch (ZrsException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            findings.add(walker.start(), Consequence.MESSAGES, "a chunk: " + cause.getMessage());
            output.lost(head.get());
            return true;
        }
        messages(head.get());
        return true;
    }

    private void messages(ChunkHead head) throws IOException {
        output.chunk(compression(head.compression()));
        ChunkRecords records = new ChunkRecords(reader.bytes(), reader.length());
        while (records.next()) {
            if (records.isMessage()) {
                output.message(reader.bytes(), records.start(), records.end());
            } else {
                define(head.start(), records);
            }
        }
        output.chunk(Compression.LZ4);
        if (records.isCut()) {
            findings.add(
                    head.start(), head.cut() ? Consequence.CUT : Consequence.MESSAGES, "a chunk ends within a record");
        }
    }

    private void define(long place, ChunkRecords records) {
        try {
            McapRecord record = records.record();
            if (record instanceof Schema schema) {
                channels.add(schema);
            } else if (record instanceof Channel channel) {
                channels.add(channel);
            }
        } catch (ZrsException e) {
            findings.add(place, Consequence.CONTENT, "a record in a chunk: " + e.getMessage());
        }
    }

    private static Compression compression(String name) {
        for (Compression kind : Compression.values()) {
            if (kind.wireName().equals(name)) {
                return kind;
            }
        }
        return Compression.LZ4;
    }

    private boolean other(RecordWalker walker) throws IOException {
        try {
            take(walker.start(), walker.record());
            return true;
        } catch (ZrsException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            boolean whole = finder.begins(walker.end());
            if (walker.opcode() == Opcode.ATTACHMENT && whole || !e.remedy().isEmpty()) {
                findings.add(walker.start(), Consequence.ATTACHMENT, "an attachment: " + cause.getMessage());
                return true;
            }
            why = RecordKind.name(walker.opcode()) + ": " + cause.getMessage();
            return false;
        }
    }

    private void take(long place, McapRecord record) throws IOException {
        if (record instanceof Schema schema && !dataOver) {
            channels.add(schema);
        } else if (record instanceof Channel channel && !dataOver) {
            channels.add(channel);
        } else if (record instanceof Message message) {
            output.message(message);
        } else if (record instanceof MessageIndex index) {
            output.lost(index);
        } else if (record instanceof McapRecord.Attachment attachment) {
            output.attachment(attachment);
        } else if (record instanceof McapRecord.Metadata metadata) {
            output.metadata(metadata);
        } else if (record instanceof McapRecord.DataEnd) {
            dataOver = true;
        }
    }

    @Override
    public void wrongLength(long at) {
        // The record is taken, and so is the next: nothing is lost.
    }

    @Override
    public void gap(long from, long to) {
        findings.add(from, Consequence.MESSAGES, (to - from) + " bytes: " + (why.isEmpty() ? "no record" : why));
        why = "";
    }

    @Override
    public void cut(RecordWalker walker) {
        Optional<ChunkHead> head = walker.opcode() == Opcode.CHUNK
                ? ChunkHead.read(raw, walker.start(), walker.length())
                : Optional.empty();
        try {
            output.lossIsOver();
            if (head.isEmpty()) {
                findings.add(walker.start(), Consequence.CUT, RecordKind.name(walker.opcode()) + " is cut off");
                return;
            }
            reader.load(head.get().stretch());
            messages(head.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ZrsException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            findings.add(walker.start(), Consequence.CUT, "the last chunk is cut off: " + cause.getMessage());
        }
    }

    @Override
    public void rest(long from) {
        findings.add(from, Consequence.CUT, "the last " + (raw.size() - from) + " bytes are no records");
    }

    @Override
    public void end(long at) {
        dataOver = false;
    }
}
