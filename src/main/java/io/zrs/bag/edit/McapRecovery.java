package io.zrs.bag.edit;

import io.zrs.bag.edit.Finding.Consequence;
import io.zrs.bag.mcap.ChunkHead;
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
import io.zrs.bag.mcap.RecordFinder;
import io.zrs.bag.mcap.RecordKind;
import io.zrs.bag.mcap.RecordScan;
import io.zrs.bag.mcap.RecordWalker;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.Optional;

/** Goes through an MCAP file that may be cut off or damaged and writes all that holds together. For one thread. */
final class McapRecovery implements RecordScan.Visitor<InterruptedException> {
    private final McapFile file;
    private final RecordFinder finder;
    private final ChunkReader reader;
    private final EditWatch watch;
    private final Findings findings = new Findings();
    private final RecoveredChannels channels;
    private final RecoveryOutput output;
    private final DataChecksum checksum;
    private String why = "";
    private boolean dataOver;
    private boolean ended;

    private McapRecovery(McapFile file, WritableByteChannel out, EditWatch watch) throws IOException {
        this.file = file;
        this.watch = watch;
        finder = new RecordFinder(file);
        checksum = new DataChecksum(file);
        reader = new ChunkReader(file);
        KnownBefore known = KnownBefore.read(file);
        channels = known.channels();
        output = new RecoveryOutput(out, known);
    }

    static RecoveryResult recover(Path path, WritableByteChannel out, EditWatch watch)
            throws IOException, InterruptedException {
        try (McapFile file = new McapFile(path)) {
            McapRecovery recovery = new McapRecovery(file, out, watch);
            new RecordScan<>(file, recovery).run();
            if (!recovery.ended) {
                recovery.findings.add(file.size(), Consequence.UNFINISHED, "the file has no end");
            }
            return recovery.output.finish(recovery.findings);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public boolean record(RecordWalker walker) throws InterruptedException {
        watch.look(walker.end(), output.messages());
        int opcode = walker.opcode();
        if (opcode > Opcode.DATA_END && !finder.begins(walker.end()) && !finder.mayBeUnknown(walker.end())) {
            return false;
        }
        try {
            if (!mayBeOfChunk(opcode)) {
                output.lossIsOver();
            }
            boolean taken = opcode == Opcode.CHUNK ? chunk(walker) : other(walker);
            tellNameless(walker.start());
            if (taken && !dataOver) {
                checksum.passed(walker.end());
            }
            return taken;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tellNameless(long place) {
        for (int id : channels.newNameless()) {
            String name = channels.topic(id);
            findings.add(
                    place,
                    Consequence.NAMELESS,
                    "nothing describes channel " + id + ", which is called " + name + " now");
        }
    }

    /** Message indexes are behind a chunk; the others may be out of one whose head is damaged. */
    private static boolean mayBeOfChunk(int opcode) {
        return opcode == Opcode.MESSAGE_INDEX
                || opcode == Opcode.MESSAGE
                || opcode == Opcode.CHANNEL
                || opcode == Opcode.SCHEMA;
    }

    private boolean chunk(RecordWalker walker) throws IOException {
        Optional<ChunkHead> head = ChunkHead.read(file, walker.start(), walker.length());
        if (head.isEmpty()) {
            why = "a chunk's length is wrong";
            return false;
        }
        try {
            reader.load(head.get().stretch());
        } catch (ZrsException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            Consequence consequence = e.remedy().isEmpty() ? Consequence.MESSAGES : Consequence.MEMORY;
            findings.add(walker.start(), consequence, "a chunk: " + cause.getMessage());
            output.losses().unreadable();
            return true;
        }
        messages(head.get());
        return true;
    }

    private void messages(ChunkHead head) throws IOException {
        output.chunk(compression(head.compression()));
        output.losses().chunk();
        ChunkRecords records = new ChunkRecords(reader.bytes(), reader.length());
        while (records.next()) {
            if (records.isMessage()) {
                output.message(reader.bytes(), records.start(), records.end());
            } else {
                define(head.start(), records);
            }
        }
        output.chunk(Compression.LZ4);
        if (head.cut()) {
            String missing = head.missing() + " of its " + (head.length() + head.missing()) + " bytes are missing";
            findings.add(head.start(), Consequence.CUT, "the last chunk is cut off: " + missing);
            output.losses().unknown();
        } else if (records.isCut()) {
            findings.add(head.start(), Consequence.MESSAGES, "a chunk ends within a record");
            output.losses().rest();
        }
    }

    private void define(long place, ChunkRecords records) throws IOException {
        try {
            McapRecord record = records.record();
            if (record instanceof Schema schema) {
                channels.add(schema);
            } else if (record instanceof Channel channel) {
                channels.add(channel);
            } else if (record instanceof McapRecord.Unknown unknown) {
                output.other(unknown, true);
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
        McapRecord record;
        try {
            record = walker.record();
        } catch (ZrsException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String what = RecordKind.name(walker.opcode()) + ": " + cause.getMessage();
            if (!e.remedy().isEmpty() || walker.opcode() > Opcode.DATA_END) {
                findings.add(walker.start(), Consequence.MEMORY, what);
                if (walker.opcode() == Opcode.MESSAGE) {
                    output.losses().unknown();
                }
                return true;
            }
            if (walker.opcode() == Opcode.ATTACHMENT && finder.begins(walker.end())) {
                findings.add(walker.start(), Consequence.ATTACHMENT, what);
                return true;
            }
            why = what;
            return false;
        }
        // Not within: that memory has no room for more is no damage here.
        if (record instanceof McapRecord.DataEnd end) {
            dataEnd(walker.start(), end);
        } else {
            take(record);
        }
        return true;
    }

    private void take(McapRecord record) throws IOException {
        if (record instanceof Schema schema && !dataOver) {
            channels.add(schema);
        } else if (record instanceof Channel channel && !dataOver) {
            channels.add(channel);
        } else if (record instanceof Message message) {
            output.message(message);
        } else if (record instanceof MessageIndex index) {
            output.losses().index(index);
        } else if (record instanceof McapRecord.Attachment attachment) {
            output.attachment(attachment);
        } else if (record instanceof McapRecord.Metadata metadata) {
            output.metadata(metadata);
        } else if (record instanceof McapRecord.Unknown unknown && !dataOver) {
            // What stands in the summary says something of a file that is not this one.
            output.other(unknown, false);
        }
    }

    private void dataEnd(long place, McapRecord.DataEnd end) {
        dataOver = true;
        boolean wrong = checksum.isWrong(place, end);
        // Of what is known to be damaged it has been told.
        if (wrong && findings.count() == 0) {
            findings.add(place, Consequence.DOUBTFUL, "the checksum of all data is wrong");
        }
    }

    @Override
    public void wrongLength(long at) {
        // The record is taken, and so is the next: nothing is lost.
    }

    @Override
    public void gap(long from, long to) {
        Consequence consequence = dataOver ? Consequence.INDEX : Consequence.MESSAGES;
        findings.add(from, consequence, (to - from) + " bytes: " + (why.isEmpty() ? "no record" : why));
        why = "";
        if (!dataOver) {
            output.losses().gap();
        }
    }

    @Override
    public void cut(RecordWalker walker) {
        ended = true;
        int opcode = file.bytes(walker.start(), 1).get(0);
        Optional<ChunkHead> head = walker.opcode() == Opcode.CHUNK
                ? ChunkHead.read(file, walker.start(), walker.length())
                : Optional.empty();
        try {
            if (opcode == Opcode.MESSAGE_INDEX) {
                output.losses().cutIndex();
            }
            output.lossIsOver();
            if (head.isEmpty()) {
                cutRecord(walker.start(), opcode);
                return;
            }
            reader.load(head.get().stretch());
            messages(head.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ZrsException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            findings.add(walker.start(), Consequence.CUT, "the last chunk is cut off: " + cause.getMessage());
            output.losses().unknown();
        }
    }

    /** What only says where other things are, or ends the file, is written anew: nothing is lost with it. */
    private void cutRecord(long start, int opcode) {
        if (dataOver) {
            findings.add(start, Consequence.UNFINISHED, "the file's end is cut off");
            return;
        }
        String what = RecordKind.name(opcode) + " is cut off";
        switch (opcode) {
            case Opcode.MESSAGE_INDEX, Opcode.DATA_END, Opcode.SCHEMA, Opcode.CHANNEL, Opcode.HEADER ->
                findings.add(start, Consequence.UNFINISHED, "the file has no end, and " + what);
            case Opcode.ATTACHMENT, Opcode.METADATA -> findings.add(start, Consequence.CUT, what);
            default -> {
                findings.add(start, Consequence.CUT, what);
                output.losses().unknown();
            }
        }
    }

    @Override
    public void rest(long from) {
        ended = true;
        if (!dataOver) {
            output.losses().unknown();
        }
        findings.add(from, Consequence.CUT, "the last " + (file.size() - from) + " bytes are no records");
    }

    @Override
    public void end(long at) {
        ended = true;
        dataOver = false;
        checksum.restart(at);
    }
}
